/** 统一身份认证: a stub issuer on loopback says who somebody is, truly and falsely. */
import { generateKeyPair, SignJWT, UnsecuredJWT } from "jose";
import { describe, expect, it, onTestFinished } from "vitest";
import type {
  IssuerAddressAnswer,
  NewFactorAnswer,
  RecoveryAnswer,
  SessionAnswer,
} from "../../server/domain/sessionAnswers.ts";
import type { OidcConfig } from "../../server/identity/oidcConfig.ts";
import { codeAt, fromBase32, stepOf } from "../../server/totp.ts";
import { type Client, type House, openHouse, reported } from "../support/app.ts";
import { signed, startIssuer, type StubIssuer } from "../support/issuer.ts";

interface Set {
  readonly house: House;
  readonly issuer: StubIssuer;
}

async function openBoth(
  change: Partial<OidcConfig> | ((address: string) => Partial<OidcConfig>) = {},
  security: "usual" | "strict" = "usual",
): Promise<Set> {
  let house: House | undefined;
  const issuer = await startIssuer(() => house?.clock.now() ?? 0);
  onTestFinished(async () => await issuer.stop());
  const oidc: OidcConfig = {
    issuer: issuer.address,
    clientId: "huying",
    clientSecret: "",
    publicUrl: "http://127.0.0.1:8787",
    claim: "preferred_username",
    name: "统一身份认证",
    factor: "own",
    ...(typeof change === "function" ? change(issuer.address) : change),
  };
  house = await openHouse({ oidc, security });
  return { house, issuer };
}

/** Cookies of one browser. */
function browserOf(house: House, cookies = new Map<string, string>()) {
  const request = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set("Cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const answer = await house.nobody.request(path, { ...init, headers });
    for (const line of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = (line.split(";")[0] ?? "").split("=");
      if (line.includes("Max-Age=0")) cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };
  const post = async (path: string, body: unknown) =>
    await request(path, {
      method: "POST",
      body: JSON.stringify(body),
      headers: { "Content-Type": "application/json" },
    });
  return { request, post, get: async (path: string) => await request(path), cookies };
}
type Browser = ReturnType<typeof browserOf>;

async function sent(browser: Browser, body: object = {}): Promise<string> {
  const answer = await browser.post("/api/session/oidc", body);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as IssuerAddressAnswer).address;
}

/** Goes to the issuer and comes back. @returns where the browser is led. */
async function roundTrip({ issuer }: Set, browser: Browser, body: object = {}): Promise<string | null> {
  const answer = await browser.get(issuer.agree(await sent(browser, body)));
  expect(answer.status).toBe(302);
  return answer.headers.get("Location");
}

const whoIs = async (browser: Browser) =>
  (await browser.get("/api/session")).status === 200
    ? ((await (await browser.get("/api/session")).json()) as SessionAnswer)
    : null;

describe("signing in by the county's identity provider", () => {
  it("opens the account that the claim names, at the address that was wanted", async () => {
    const both = await openBoth();
    const browser = browserOf(both.house);
    const address = new URL(await sent(browser));
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      response_type: "code",
      client_id: "huying",
      redirect_uri: "http://127.0.0.1:8787/api/session/oidc/callback",
      code_challenge_method: "S256",
    });
    expect(await roundTrip(both, browser, { to: "/cases?tab=open" })).toBe("/cases?tab=open");
    expect(await whoIs(browser)).toMatchObject({
      account: { username: "centre" },
      duty: null,
      provesByIssuer: true,
    });
  });

  it("is offered by name where it is set, and unknown where it is not", async () => {
    const { house } = await openBoth();
    expect(await (await house.nobody.get("/api/session/providers")).json()).toEqual({
      oidc: { name: "统一身份认证" },
    });
    const other = await openHouse();
    expect(await (await other.nobody.get("/api/session/providers")).json()).toEqual({ oidc: null });
    expect((await other.nobody.post("/api/session/oidc", {})).status).toBe(404);
  });

  it("leads nowhere but to our own pages", async () => {
    const { house } = await openBoth();
    for (const to of ["https://evil.example", "//evil.example", "/\\evil.example", "cases", "/\n/evil"])
      expect((await house.nobody.post("/api/session/oidc", { to })).status).toBe(422);
  });

  it("makes no account of somebody who has none, and opens none that was disabled", async () => {
    const both = await openBoth();
    const before = await both.house.store.people.list();
    both.issuer.claims = { preferred_username: "somebody" };
    const browser = browserOf(both.house);
    expect(await roundTrip(both, browser)).toBe("/signin?why=oidcNoAccount");
    expect(await both.house.store.people.list()).toEqual(before);
    await both.house.store.people.setDisabled("centre-1", true);
    both.issuer.claims = {};
    expect(await roundTrip(both, browser)).toBe("/signin?why=oidcNoAccount");
    for (const name of ["", 7, ["centre"], null, undefined]) {
      both.issuer.claims = { preferred_username: name };
      expect(await roundTrip(both, browser)).toBe("/signin?why=oidcNoAccount");
    }
    expect(await whoIs(browser)).toBeNull();
  });

  it("believes an e-mail address only when the issuer has proved it", async () => {
    const both = await openBoth({ claim: "email" });
    both.issuer.claims = { email: "centre" };
    expect(await roundTrip(both, browserOf(both.house))).toBe("/signin?why=oidcNoAccount");
    both.issuer.claims = { email: "centre", email_verified: true };
    expect(await roundTrip(both, browserOf(both.house))).toBe("/");
  });
});

describe("a token", () => {
  const refused: readonly (readonly [string, (set: Set) => void])[] = [
    ["for another request (nonce)", ({ issuer }) => void (issuer.claims = { nonce: "another" })],
    ["without a nonce", ({ issuer }) => void (issuer.claims = { nonce: undefined })],
    ["for another house (audience)", ({ issuer }) => void (issuer.claims = { aud: "other" })],
    [
      "for several, made for another",
      ({ issuer }) => void (issuer.claims = { aud: ["huying", "x"], azp: "x" }),
    ],
    ["of another issuer", ({ issuer }) => void (issuer.claims = { iss: "https://evil.example" })],
    [
      "that has run out",
      ({ issuer, house }) => void (issuer.claims = { exp: house.clock.now() / 1000 - 61 }),
    ],
    ["made long ago", ({ issuer, house }) => void (issuer.claims = { iat: house.clock.now() / 1000 - 3600 })],
    [
      "that begins tomorrow",
      ({ issuer, house }) => void (issuer.claims = { nbf: house.clock.now() / 1000 + 86_400 }),
    ],
    [
      "without a signature (alg none)",
      ({ issuer }) => void (issuer.sign = (claims) => new UnsecuredJWT(claims).encode()),
    ],
    [
      "signed with a shared secret",
      ({ issuer }) =>
        void (issuer.sign = async (claims) =>
          await new SignJWT(claims)
            .setProtectedHeader({ alg: "HS256", kid: "key-1" })
            .sign(Buffer.from("a secret of thirty-two letters...."))),
    ],
    [
      "signed by a stranger under the name of the key",
      ({ issuer }) =>
        void (issuer.sign = async (claims) => await signed(claims, await generateKeyPair("RS256"), "key-1")),
    ],
    ["that is none", ({ issuer }) => void (issuer.sign = () => "a.b.c")],
  ];

  it.each(refused)("%s opens nothing", async (_, bend) => {
    const both = await openBoth();
    const browser = browserOf(both.house);
    bend(both);
    expect(await roundTrip(both, browser)).toBe("/signin?why=oidcToken");
    expect(await whoIs(browser)).toBeNull();
  });

  it("signed with a key that the issuer has changed to is verified with the new one", async () => {
    const both = await openBoth();
    expect(await roundTrip(both, browserOf(both.house))).toBe("/");
    await both.issuer.rotate();
    expect(await roundTrip(both, browserOf(both.house))).toBe("/signin?why=oidcToken");
    both.house.clock.advance(60_001);
    expect(await roundTrip(both, browserOf(both.house))).toBe("/");
  });
});

describe("what comes back", () => {
  it("works once, in the browser that asked, within ten minutes", async () => {
    const both = await openBoth();
    const browser = browserOf(both.house);
    const path = both.issuer.agree(await sent(browser));
    const copy = new Map(browser.cookies);
    const stranger = await browserOf(both.house).get(path);
    expect(stranger.headers.get("Location")).toBe("/signin?why=oidcState");
    expect((await browser.get(path)).headers.get("Location")).toBe("/");
    const replayed = await browserOf(both.house, copy).get(path);
    expect(replayed.headers.get("Location")).toBe("/signin?why=oidcState");
    const late = browserOf(both.house);
    const latePath = both.issuer.agree(await sent(late));
    both.house.clock.advance(10 * 60_000 + 1);
    expect((await late.get(latePath)).headers.get("Location")).toBe("/signin?why=oidcState");
  });

  it("without a code is a refusal, told by a code of ours and not by the issuer's words", async () => {
    const { house } = await openBoth();
    const browser = browserOf(house);
    const state = new URL(await sent(browser)).searchParams.get("state") ?? "";
    const path = `/api/session/oidc/callback?state=${state}&error=<script>alert(1)</script>`;
    expect((await browser.get(path)).headers.get("Location")).toBe("/signin?why=oidcRefused");
  });

  it("after thirty misses of an address in a minute is not even looked at", async () => {
    const { house } = await openBoth();
    const miss = async () =>
      (await house.nobody.get("/api/session/oidc/callback?state=a&code=b")).headers.get("Location");
    for (let n = 0; n < 30; n += 1) expect(await miss()).toBe("/signin?why=oidcState");
    expect(await miss()).toBe("/signin?why=tooMany");
  });
});

describe("the issuer", () => {
  it("is asked nowhere but under its own origin", async () => {
    for (const discovery of [
      { jwks_uri: "http://127.0.0.1:1/keys" },
      { token_endpoint: "http://169.254.169.254/token" },
      { authorization_endpoint: "https://evil.example/authorize" },
      { issuer: "https://evil.example" },
    ]) {
      const { house, issuer } = await openBoth();
      issuer.discovery = discovery;
      expect((await house.nobody.post("/api/session/oidc", {})).status).toBe(503);
      expect(issuer.asked.filter((line) => line !== "GET /.well-known/openid-configuration")).toEqual([]);
    }
  });

  it.each([
    ["with a slash that the operator left out", "", "/"],
    ["without the slash that the operator wrote", "/", ""],
  ])("may call itself %s, and its tokens then name it so", async (_name, written, called) => {
    const both = await openBoth((address) => ({ issuer: `${address}${written}` }));
    both.issuer.discovery = { issuer: `${both.issuer.address}${called}` };
    both.issuer.claims = { iss: `${both.issuer.address}${called}` };
    const browser = browserOf(both.house);
    expect(await roundTrip(both, browser)).toBe("/");
    expect(await whoIs(browser)).toMatchObject({ account: { username: "centre" } });
  });

  it("is begun with thirty times a minute from an address, not more", async () => {
    const { house } = await openBoth();
    const begin = async () => (await house.nobody.post("/api/session/oidc", {})).status;
    for (let n = 0; n < 30; n += 1) expect(await begin()).toBe(200);
    expect(await begin()).toBe(429);
    house.clock.advance(60_001);
    expect(await begin()).toBe(200);
  });

  it("that cannot be reached leaves the password", async () => {
    const { house } = await openBoth({ issuer: "http://127.0.0.1:1" });
    const answer = await house.nobody.post("/api/session/oidc", {});
    expect(answer.status).toBe(503);
    expect(((await answer.json()) as { detail: string }).detail).toContain("账号和密码");
    expect((await (await house.as("centre")).get("/api/session")).status).toBe(200);
  });
});

async function withFactor(house: House, client: Client): Promise<string> {
  const { secret } = (await (await client.post("/api/session/factor", {})).json()) as NewFactorAnswer;
  const code = codeAt(fromBase32(secret), stepOf(house.clock.now()));
  const on = await client.post("/api/session/factor/confirm", { code });
  expect(((await on.json()) as RecoveryAnswer).codes).toHaveLength(8);
  house.clock.advance(31_000);
  return secret;
}

describe("the second factor", () => {
  it("of the house is asked for before anything else, and cannot be replaced meanwhile", async () => {
    const both = await openBoth();
    const { house } = both;
    const secret = await withFactor(house, await house.as("centre"));
    const browser = browserOf(house);
    await roundTrip(both, browser);
    expect(await whoIs(browser)).toMatchObject({ duty: "proveFactor" });
    for (const path of ["/api/session/factor", "/api/session/factor/confirm", "/api/session/devices/end"])
      expect((await browser.post(path, {})).status).toBe(403);
    expect((await browser.get("/api/cases")).status).toBe(403);
    expect((await browser.post("/api/session/oidc", { prove: true })).status).toBe(403);
    expect((await browser.post("/api/session/confirm", { code: "000000" })).status).toBe(401);
    const code = codeAt(fromBase32(secret), stepOf(house.clock.now()));
    expect((await browser.post("/api/session/confirm", { code })).status).toBe(204);
    expect((await browser.get("/api/cases")).status).toBe(200);
  });

  it("of the issuer counts where the county says so, also where one is required", async () => {
    const both = await openBoth({ factor: "issuer" }, "strict");
    const browser = browserOf(both.house);
    await roundTrip(both, browser);
    expect(await whoIs(browser)).toMatchObject({ duty: null });
    expect(await (await (await both.house.as("centre")).get("/api/session")).json()).toMatchObject({
      duty: "setUpFactor",
    });
  });

  it("is required after an issuer too where the county is strict and does not trust it", async () => {
    const both = await openBoth({}, "strict");
    const browser = browserOf(both.house);
    await roundTrip(both, browser);
    expect(await whoIs(browser)).toMatchObject({ duty: "setUpFactor" });
  });
});

describe("proving again who it is", () => {
  it("goes by a new sign-in at the issuer, of the same person", async () => {
    const both = await openBoth();
    const { house, issuer } = both;
    const { id } = await reported(await house.as("gridWorker"), {
      onBehalf: true,
      reporter: { name: "欧阳明珠", phone: "13800005678" },
    });
    const browser = browserOf(house);
    await roundTrip(both, browser);
    house.clock.advance(11 * 60_000);
    const reveal = async () => (await browser.post(`/api/cases/${id}/reveal`, { reason: "电话回访" })).status;
    expect(await reveal()).toBe(403);
    const address = new URL(await sent(browser, { prove: true }));
    expect(address.searchParams.get("prompt")).toBe("login");
    issuer.claims = { auth_time: house.clock.now() / 1000 - 3600 };
    expect(await roundTrip(both, browser, { prove: true })).toBe("/signin?why=oidcToken");
    issuer.claims = { preferred_username: "leader" };
    expect(await roundTrip(both, browser, { prove: true })).toBe("/signin?why=oidcState");
    expect(await reveal()).toBe(403);
    issuer.claims = {};
    expect(await roundTrip(both, browser, { to: `/cases/${id}`, prove: true })).toBe(`/cases/${id}`);
    expect(await reveal()).toBe(200);
  });
});

it("writes no token, code or secret into the log", async () => {
  const both = await openBoth();
  const browser = browserOf(both.house);
  await roundTrip(both, browser);
  both.issuer.sign = () => "token.that.fails";
  await roundTrip(both, browser);
  const log = both.house.logged.join("\n");
  for (const secret of ["code-1", "token.that.fails", ...browser.cookies.values()])
    expect(log).not.toContain(secret);
});
