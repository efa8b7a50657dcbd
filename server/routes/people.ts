/** Accounts, kept by administrators: list, add, disable, new password. */
import { newPersonShape, oneTimeShape, peopleImportShape, peopleShape } from "../shapes/accounts.ts";
import { type Context, Hono } from "hono";
import * as v from "valibot";
import type { Account } from "../../db/store.ts";
import type { SignedIn } from "../appEnv.ts";
import type { Deps } from "../deps.ts";
import { refuse } from "../domain/case.ts";
import { posts as everyPost } from "../domain/orders.ts";
import { HANDED_OVER } from "../domain/signInRules.ts";
import { note } from "../openapi.ts";
import { accountForbids } from "../people/account.ts";
import { judgePeople, type PersonDraft } from "../people/importPeople.ts";
import { hashPassword, oneTimePassword } from "../password.ts";
import { problem } from "../problem.ts";
import { dropFactor } from "../secondFactor.ts";
import { code, line, words } from "../schema.ts";
import { noteSecurity } from "../securityLog.ts";
import { adminOnly } from "../signedIn.ts";
import { body } from "../validate.ts";
import { personRow } from "../view/people.ts";

export const username = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9_.-]{1,29}$/, "2 到 30 个小写字母、数字或 _.-"),
);
export const personName = v.pipe(line(40), v.regex(/\S/, "姓名"));

/** 联络员, 分管领导, 主要领导: whom orders of supervision reach. */
const posts = v.pipe(v.array(v.picklist(everyPost)), v.maxLength(everyPost.length));

const personBody = v.strictObject({
  username,
  name: personName,
  role: v.picklist(["gridWorker", "township", "department", "centre", "leader", "admin"]),
  unit: v.nullish(code),
  cells: v.optional(v.pipe(v.array(code), v.maxLength(50)), []),
  posts: v.optional(posts, []),
});

type NewPerson = Omit<Account, "id" | "disabled" | "demo" | "createdAt">;

export function peopleRoutes(deps: Deps): Hono<SignedIn> {
  const { store, names, ids, clock } = deps;
  return new Hono<SignedIn>()
    .use("/api/people/*", adminOnly)
    .get(
      "/api/people",
      note({ tag: "账号", summary: "账号列表", answer: peopleShape, refusals: [403] }),
      async (c) => {
        const accounts = await store.people.list();
        return c.json({ rows: accounts.map((account) => personRow(account, names)) });
      },
    )
    .post(
      "/api/people",
      note({
        tag: "账号",
        summary: "新增账号",
        description: "一次性密码只在这一次回答里出现，三天内有效，登录后先设定自己的密码。",
        answer: newPersonShape,
        status: 201,
        refusals: [403, 409, 422],
      }),
      body(personBody),
      async (c) => {
        const { unit = null, ...sent } = c.req.valid("json");
        const person = { ...sent, unit };
        const no = accountForbids(person, names);
        if (no) return problem(c, no);
        const added = await addAccount(c, person);
        if (added === null) return problem(c, refuse("duplicate", { field: "username" }));
        return c.json({ person: personRow(added.account, names), password: added.password }, 201);
      },
    )
    .post(
      "/api/people/import",
      note({
        tag: "账号",
        summary: "从表格新增账号",
        description:
          "CSV：账号、姓名、角色、单位、网格、岗位。dryRun 只检查；有一行不合就一个也不加。一次性密码只在这一次回答里出现。",
        answer: peopleImportShape,
        refusals: [403, 409, 422],
      }),
      body(v.strictObject({ text: words(200_000), dryRun: v.boolean() })),
      async (c) => {
        const { text, dryRun } = c.req.valid("json");
        const taken = new Set((await store.people.list()).map((row) => row.username));
        const { drafts, bad } = judgePeople(text, { reference: deps.reference, names, taken });
        if (dryRun || bad.length > 0 || drafts.length === 0)
          return c.json({ rows: drafts.map(toldOf), bad, added: [] });
        const added: { username: string; name: string; password: string }[] = [];
        for (const { line: _line, ...person } of drafts) {
          const made = await addAccount(c, person);
          if (made === null) return problem(c, refuse("duplicate", { field: "username" }));
          added.push({ username: person.username, name: person.name, password: made.password });
        }
        return c.json({ rows: drafts.map(toldOf), bad, added });
      },
    )
    .post(
      "/api/people/:id/disable",
      note({
        tag: "账号",
        summary: "停用账号",
        params: { id: "账号 id" },
        status: 204,
        refusals: [403, 404, 422],
      }),
      body(v.strictObject({ disabled: v.boolean() })),
      async (c) => {
        const id = c.req.param("id");
        const { disabled } = c.req.valid("json");
        if (!(await store.people.byId(id))) return problem(c, refuse("notFound"));
        if (disabled && id === c.get("session").account.id)
          return problem(c, refuse("badValue", { field: "disabled", given: "自己", expected: "别人的账号" }));
        await store.people.setDisabled(id, disabled);
        if (disabled) await store.people.endSessions(id, clock.now());
        await noteSecurity(c, deps, disabled ? "accountDisabled" : "accountEnabled", { subject: id });
        return c.body(null, 204);
      },
    )
    .post(
      "/api/people/:id/posts",
      note({
        tag: "账号",
        summary: "指定接收岗位",
        description:
          "联络员、分管领导、主要领导、值班带班领导：本单位的催办、督办、通报和批示送给谁，乡镇的呼叫由谁发起。",
        params: { id: "账号 id" },
        status: 204,
        refusals: [403, 404, 422],
      }),
      body(v.strictObject({ posts })),
      async (c) => {
        const account = await store.people.byId(c.req.param("id"));
        if (!account) return problem(c, refuse("notFound"));
        const sent = [...new Set(c.req.valid("json").posts)];
        if (account.unit === null && sent.length > 0)
          return problem(
            c,
            refuse("badValue", { field: "posts", given: "无单位", expected: "有单位的账号" }),
          );
        await store.people.setPosts(account.id, sent);
        await noteSecurity(c, deps, "postsChanged", { subject: account.id, detail: sent.join(" ") });
        return c.body(null, 204);
      },
    )
    .post(
      "/api/people/:id/password",
      note({
        tag: "账号",
        summary: "重置密码",
        params: { id: "账号 id" },
        description:
          "一次性密码只在这一次回答里出现，三天内有效，只能用来设定自己的密码；该账号的登录全部失效。",
        answer: oneTimeShape,
        refusals: [403, 404],
      }),
      body(v.strictObject({})),
      async (c) => {
        const id = c.req.param("id");
        if (!(await store.people.byId(id))) return problem(c, refuse("notFound"));
        const password = oneTimePassword();
        await store.people.setPassword(id, await hashPassword(password));
        await handOver(id);
        await store.people.endSessions(id, clock.now());
        await noteSecurity(c, deps, "passwordReset", { subject: id });
        return c.json({ password });
      },
    )
    .post(
      "/api/people/:id/sessions/end",
      note({
        tag: "账号",
        summary: "让一个账号在所有设备上退出",
        description: "手机丢失时用。那台手机此后再送来的上报不会丢，转给所在乡镇审核。",
        params: { id: "账号 id" },
        status: 204,
        refusals: [403, 404],
      }),
      body(v.strictObject({})),
      async (c) => {
        const id = c.req.param("id");
        if (!(await store.people.byId(id))) return problem(c, refuse("notFound"));
        await store.people.endSessions(id, clock.now(), { but: c.get("session").tokenHash });
        await noteSecurity(c, deps, "sessionsEnded", { subject: id });
        return c.body(null, 204);
      },
    )
    .post(
      "/api/people/:id/factor/drop",
      note({
        tag: "账号",
        summary: "停用一个账号的动态验证码",
        description: "本人丢了手机又没有恢复码时用；下次登录重新设置。",
        params: { id: "账号 id" },
        status: 204,
        refusals: [403, 404],
      }),
      body(v.strictObject({})),
      async (c) => {
        const id = c.req.param("id");
        if (!(await store.people.byId(id))) return problem(c, refuse("notFound"));
        await dropFactor(id, deps);
        await store.people.endSessions(id, clock.now(), { but: c.get("session").tokenHash });
        deps.log("factor.dropped", { accountId: id, by: c.get("session").account.id });
        await noteSecurity(c, deps, "factorDropped", { subject: id });
        return c.body(null, 204);
      },
    );

  /** @returns the account with its one-time password; null where somebody else took the name. */
  async function addAccount(c: Context<SignedIn>, person: NewPerson) {
    const account: Account = {
      ...person,
      id: ids.row(),
      disabled: false,
      demo: false,
      createdAt: clock.now(),
    };
    const password = oneTimePassword();
    await handOver(account.id);
    if (!(await store.people.add(account, await hashPassword(password)))) return null;
    await noteSecurity(c, deps, "accountAdded", { subject: account.id, detail: account.role });
    return { account, password };
  }

  function toldOf({ line: at, username: user, name, role, unit, cells }: PersonDraft) {
    return { line: at, username: user, name, role, unit: unit === null ? null : names.any(unit), cells };
  }

  /** What an administrator has seen opens nothing but the choice of another password. */
  async function handOver(id: string): Promise<void> {
    await store.people.putCredentials(id, { handedOverUntil: clock.now() + HANDED_OVER });
  }
}
