/** An identity provider that signs what a test wants, on loopback. */
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;

export interface StubIssuer {
  readonly address: string;
  /** Claims of the next tokens, over those that fit. */
  claims: JWTPayload;
  /** Signs the next tokens by itself, over the right way. */
  sign: ((claims: JWTPayload) => Promise<string> | string) | null;
  /** Members of the discovery document, over those that fit. */
  discovery: Record<string, unknown>;
  /** Requests so far, `METHOD path`. */
  readonly asked: readonly string[];
  /** A new key under a new name, as issuers change theirs. */
  rotate(): Promise<void>;
  /** What a browser would bring back: follows the address, the person agrees. @returns path and query. */
  agree(address: string): string;
  stop(): Promise<void>;
}

interface Grant {
  readonly nonce: string;
  readonly challenge: string;
}

export async function startIssuer(now: () => number, clientId = "huying"): Promise<StubIssuer> {
  const grants = new Map<string, Grant>();
  const asked: string[] = [];
  let [pair, kid] = [await generateKeyPair("RS256"), "key-1"];
  const server = createServer((request, answer) => {
    asked.push(`${request.method} ${request.url}`);
    const page = pageOf(new URL(request.url ?? "/", address));
    if (page !== null) return void answer.writeHead(...page.head).end(page.body);
    void answerOf(request).then(({ status, body }) => {
      answer.writeHead(status, { "Content-Type": "application/json" });
      answer.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  /** What a person sees there, and what each of its buttons does. */
  function pageOf(asked: URL): Page | null {
    const back = (end: string): Page => ({ head: [302, { Location: end }], body: "" });
    const { searchParams, search } = asked;
    const html = { "Content-Type": "text/html; charset=utf-8" };
    if (asked.pathname === "/authorize")
      return { head: [200, html], body: consentPage(search, searchParams.get("prompt")) };
    if (asked.pathname === "/agree") {
      stub.claims = { ...stub.claims, preferred_username: searchParams.get("who") ?? "" };
      return back(new URL(stub.agree(asked.href), searchParams.get("redirect_uri") ?? "").href);
    }
    if (asked.pathname !== "/cancel") return null;
    const home = new URL(searchParams.get("redirect_uri") ?? "");
    home.searchParams.set("error", "access_denied");
    home.searchParams.set("state", searchParams.get("state") ?? "");
    return back(home.href);
  }

  async function answerOf(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
    if (request.url === "/.well-known/openid-configuration")
      return {
        status: 200,
        body: {
          issuer: address,
          authorization_endpoint: `${address}/authorize`,
          token_endpoint: `${address}/token`,
          jwks_uri: `${address}/keys`,
          ...stub.discovery,
        },
      };
    if (request.url === "/keys")
      return { status: 200, body: { keys: [{ ...(await exportJWK(pair.publicKey)), kid, alg: "RS256" }] } };
    if (request.url !== "/token") return { status: 404, body: {} };
    const form = new URLSearchParams(await textOf(request));
    const grant = grants.get(form.get("code") ?? "");
    grants.delete(form.get("code") ?? "");
    const proved = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    if (grant === undefined || grant.challenge !== proved)
      return { status: 400, body: { error: "invalid_grant" } };
    return {
      status: 200,
      body: { access_token: "none", token_type: "Bearer", id_token: await token(grant) },
    };
  }

  async function token({ nonce }: Grant): Promise<string> {
    const seconds = Math.floor(now() / 1000);
    const claims = {
      iss: address,
      aud: clientId,
      sub: "person-1",
      iat: seconds,
      exp: seconds + 300,
      auth_time: seconds,
      nonce,
      preferred_username: "centre",
      ...stub.claims,
    };
    return stub.sign === null ? await signed(claims, pair, kid) : await stub.sign(claims);
  }

  let codes = 0;
  const stub: StubIssuer = {
    address,
    claims: {},
    sign: null,
    discovery: {},
    asked,
    async rotate() {
      [pair, kid] = [await generateKeyPair("RS256"), "key-2"];
    },
    agree(asked) {
      const { searchParams } = new URL(asked);
      const code = `code-${(codes += 1)}`;
      grants.set(code, {
        nonce: searchParams.get("nonce") ?? "",
        challenge: searchParams.get("code_challenge") ?? "",
      });
      const back = new URL(searchParams.get("redirect_uri") ?? "");
      back.searchParams.set("code", code);
      back.searchParams.set("state", searchParams.get("state") ?? "");
      return back.pathname + back.search;
    },
    stop: async () => await stopServer(server),
  };
  return stub;
}

interface Page {
  readonly head: [number, Record<string, string>];
  readonly body: string;
}

/** As the page of a provider: who somebody is there is theirs to say. */
function consentPage(search: string, prompt: string | null): string {
  const query = search.slice(1);
  const links = ["lingdao1", "nobody-here"].map(
    (who) => `<a href="/agree?who=${who}&${query}">以 ${who} 登录</a>`,
  );
  return `<!doctype html><html lang="zh"><title>统一身份认证</title><h1>统一身份认证${prompt ?? ""}</h1>${links.join("<br>")}<br><a href="/cancel?${query}">取消</a></html>`;
}

export async function signed(claims: JWTPayload, { privateKey }: KeyPair, kid: string): Promise<string> {
  return await new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid }).sign(privateKey);
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const part of request) text += String(part);
  return text;
}

async function stopServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
