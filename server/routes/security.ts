/** 账号安全: one's own password, second factor and devices, and the proof asked for before something grave. */
import { type Context, Hono } from "hono";
import { encodeQR } from "qr";
import * as v from "valibot";
import type { SignedIn } from "../appEnv.ts";
import { createAttempts, signInLimits } from "../attempts.ts";
import type { Deps } from "../deps.ts";
import { refuse } from "../domain/case.ts";
import { LEAST_LETTERS } from "../domain/passwordRules.ts";
import type { NewFactorAnswer, RecoveryAnswer, SecurityAnswer } from "../domain/sessionAnswers.ts";
import { signInRule } from "../domain/signInRules.ts";
import { note } from "../openapi.ts";
import { addressOf } from "../origin.ts";
import { fitsPassword, hashPassword, newPassword, refuseWeak } from "../password.ts";
import { doorProblem, problem } from "../problem.ts";
import { line } from "../schema.ts";
import { noteSecurity } from "../securityLog.ts";
import { dropFactor, fitsFactor, newRecoveryCodes } from "../secondFactor.ts";
import { closeSession, openSession } from "../session.ts";
import { newFactorShape, recoveryShape, securityShape } from "../shapes/accounts.ts";
import { keyUri, newSecret, stepOfCode } from "../totp.ts";
import { body } from "../validate.ts";

const secret = v.pipe(v.string(), v.maxLength(256));
const nothing = v.strictObject({});

export function securityRoutes(deps: Deps): Hono<SignedIn> {
  const { store, clock, names, config } = deps;
  const attempts = createAttempts(deps);
  return new Hono<SignedIn>()
    .get(
      "/api/session/security",
      note({ tag: "账号", summary: "自己的动态验证码和登录设备", answer: securityShape }),
      async (c) => c.json(await securityAnswer(c)),
    )
    .post(
      "/api/session/confirm",
      note({
        tag: "账号",
        summary: "再确认一次是本人",
        description: "查看反映人和导出之前用，十分钟内有效。设了动态验证码的填 code，没有设的填 password。",
        status: 204,
        refusals: [422, 429],
      }),
      body(v.strictObject({ password: v.optional(secret), code: v.optional(line(40)) })),
      async (c) => {
        const { account, tokenHash, credentials } = c.get("session");
        const { password, code } = c.req.valid("json");
        const proved =
          credentials.totpSecret === null
            ? await guarded(c, async () => await knowsPassword(account.username, password ?? ""))
            : await guarded(c, async () => await fitsFactor(account.id, code ?? "", deps));
        if (proved === "tooMany") return doorProblem(c, "tooMany", 300);
        if (!proved) {
          const why = credentials.totpSecret === null ? "wrongPassword" : "wrongFactor";
          await noteSecurity(c, deps, "signInFailed", { detail: why });
          return doorProblem(c, why);
        }
        await store.people.proveSession(tokenHash, clock.now());
        await noteSecurity(c, deps, "proved");
        return c.body(null, 204);
      },
    )
    .post(
      "/api/session/password",
      note({
        tag: "账号",
        summary: "换自己的密码",
        description: "其他设备上的登录随之退出。",
        status: 204,
        refusals: [422, 429],
      }),
      body(v.strictObject({ current: secret, password: newPassword })),
      async (c) => {
        const { account } = c.get("session");
        const { current, password } = c.req.valid("json");
        const knows = await guarded(c, async () => await knowsPassword(account.username, current));
        if (knows === "tooMany") return doorProblem(c, "tooMany", 300);
        if (!knows)
          return problem(c, refuse("badValue", { field: "current", given: "所填", expected: "现在的密码" }));
        const unit = names.holder(account.unit)?.name ?? null;
        const weak = refuseWeak(password, { ...account, unit }, deps.commonPasswords);
        if (weak !== null) return problem(c, weak);
        await store.people.setPassword(account.id, await hashPassword(password));
        await store.people.putCredentials(account.id, { handedOverUntil: null });
        await store.people.endSessions(account.id, clock.now());
        await closeSession(deps, c.get("session"));
        await openSession(c, deps, account);
        deps.log("password.changed", { accountId: account.id });
        await noteSecurity(c, deps, "passwordChanged");
        return c.body(null, 204);
      },
    )
    .post(
      "/api/session/factor",
      note({
        tag: "账号",
        summary: "开始设置动态验证码",
        description: "用验证器扫码后，把显示的 6 位数字送到 factor/confirm 才生效。",
        answer: newFactorShape,
        refusals: [403],
      }),
      body(nothing),
      async (c) => {
        const { account } = c.get("session");
        const pendingSecret = newSecret();
        await store.people.putCredentials(account.id, { pendingSecret });
        const uri = keyUri(pendingSecret, account.username);
        const rows = encodeQR(uri, "raw").map((row) => row.map((dark) => (dark ? "1" : "0")).join(""));
        const answer: NewFactorAnswer = { secret: pendingSecret, uri, rows };
        c.header("Cache-Control", "no-store");
        return c.json(answer);
      },
    )
    .post(
      "/api/session/factor/confirm",
      note({
        tag: "账号",
        summary: "启用动态验证码",
        description: "回答里的恢复码只出现这一次，每个能用一次；其他设备上的登录随之退出。",
        answer: recoveryShape,
        refusals: [422, 429],
      }),
      body(v.strictObject({ code: v.pipe(line(10), v.regex(/^\d{6}$/, "6 位数字")) })),
      async (c) => {
        const { account, tokenHash } = c.get("session");
        const { pendingSecret } = await store.people.credentials(account.id);
        const now = clock.now();
        const step = await guarded(c, async () =>
          pendingSecret === null ? null : stepOfCode(pendingSecret, c.req.valid("json").code, now, 0),
        );
        if (step === "tooMany") return doorProblem(c, "tooMany", 300);
        if (typeof step !== "number" || pendingSecret === null)
          return problem(
            c,
            refuse("badValue", { field: "code", given: "所填", expected: "验证器此刻显示的 6 位数字" }),
          );
        const inForce = { totpSecret: pendingSecret, pendingSecret: null, totpStep: step };
        await store.people.putCredentials(account.id, inForce);
        await store.people.endSessions(account.id, now, { but: tokenHash });
        await store.people.proveSession(tokenHash, now);
        deps.log("factor.set", { accountId: account.id });
        await noteSecurity(c, deps, "factorSet");
        const answer: RecoveryAnswer = { codes: await newRecoveryCodes(account.id, deps) };
        c.header("Cache-Control", "no-store");
        return c.json(answer);
      },
    )
    .post(
      "/api/session/factor/off",
      note({ tag: "账号", summary: "停用自己的动态验证码", status: 204, refusals: [403, 422, 429] }),
      body(v.strictObject({ code: line(40) })),
      async (c) => {
        const { account } = c.get("session");
        if (signInRule(config.security, account.role).secondFactor === "required")
          return doorProblem(c, "factorIsRequired");
        const fits = await guarded(
          c,
          async () => await fitsFactor(account.id, c.req.valid("json").code, deps),
        );
        if (fits === "tooMany") return doorProblem(c, "tooMany", 300);
        if (!fits) return doorProblem(c, "wrongFactor");
        await dropFactor(account.id, deps);
        deps.log("factor.dropped", { accountId: account.id, by: account.id });
        await noteSecurity(c, deps, "factorDropped", { subject: account.id });
        return c.body(null, 204);
      },
    )
    .post(
      "/api/session/devices/end",
      note({
        tag: "账号",
        summary: "让自己别的设备退出",
        description: "id 为空则除了这一台全部退出。退出的手机此后再送来的上报转交审核，不会丢。",
        answer: securityShape,
        refusals: [404, 422],
      }),
      body(v.strictObject({ id: v.nullish(line(40)) })),
      async (c) => {
        const { account, tokenHash } = c.get("session");
        const { id = null } = c.req.valid("json");
        const which = id === null ? { but: tokenHash } : { id, but: tokenHash };
        const ended = await store.people.endSessions(account.id, clock.now(), which);
        if (id !== null && ended === 0) return problem(c, refuse("notFound"));
        await noteSecurity(c, deps, "sessionsEnded", { subject: account.id, detail: String(ended) });
        return c.json(await securityAnswer(c));
      },
    );

  async function securityAnswer(c: Context<SignedIn>): Promise<SecurityAnswer> {
    const { account, tokenHash } = c.get("session");
    const sessions = await store.people.sessionsOf(account.id);
    const { totpSecret } = await store.people.credentials(account.id);
    return {
      factor: {
        on: totpSecret !== null,
        required: signInRule(config.security, account.role).secondFactor === "required",
        codesLeft: await store.people.recoveryCodesLeft(account.id),
      },
      devices: sessions.map(({ id, device, createdAt, seenAt, tokenHash: hash }) => ({
        id,
        device,
        createdAt,
        seenAt,
        here: hash === tokenHash,
      })),
      leastLetters: LEAST_LETTERS,
      now: clock.now(),
    };
  }

  /** Whoever found an open screen may not guess on at it either. */
  async function guarded<T>(
    c: Context<SignedIn>,
    attempt: () => Promise<T | false | null>,
  ): Promise<T | null | "tooMany"> {
    const limits = signInLimits(`${c.get("session").account.username} proof`, addressOf(c, deps));
    return await attempts.guard(limits, async () => (await attempt()) || null);
  }

  async function knowsPassword(username: string, password: string): Promise<boolean> {
    const found = await store.people.byUsername(username);
    return await fitsPassword(found?.passwordHash ?? null, password);
  }
}
