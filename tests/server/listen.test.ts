/** The listening socket: HTTPS with a certificate of one's own, and senders who never come to an end. */
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { get, request } from "node:https";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createApp } from "../../server/app.ts";
import { listen } from "../../server/listen.ts";
import { openHouse } from "../support/app.ts";
import { temporaryFolder } from "../support/store.ts";

const here = { port: 0, host: "127.0.0.1", tlsCert: "", tlsKey: "" } as const;

describe("HTTPS", { timeout: 60_000 }, () => {
  function certificate(): { readonly tlsCert: string; readonly tlsKey: string } {
    const folder = temporaryFolder();
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const [tlsCert, tlsKey] = [join(folder, "cert.pem"), join(folder, "key.pem")];
    const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"];
    const made = ["req", "-x509", "-newkey", "ed25519", "-nodes", "-days", "2", ...subject];
    execFileSync("openssl", [...made, "-out", tlsCert, "-keyout", tlsKey], { stdio: "ignore" });
    return { tlsCert, tlsKey };
  }

  it("is served with the certificate that was given, and gives the cookie that only HTTPS may carry", async () => {
    const house = await openHouse();
    const given = certificate();
    const listening = await listen(createApp(house.deps), { ...here, ...given });
    onTestFinished(async () => await listening.close());
    const ca = readFileSync(given.tlsCert);
    const asked = get({ host: "127.0.0.1", port: listening.port, path: "/healthz", ca, agent: false });
    const [answer] = (await once(asked, "response")) as [import("node:http").IncomingMessage];
    expect(answer.statusCode).toBe(200);
    expect(JSON.parse(await text(answer))).toMatchObject({ ok: true });
    const { protocol, secure } = await signedInOverTls(listening.port, ca);
    expect(secure).toContain("__Host-huying_session=");
    expect(secure).toMatch(/; Secure/);
    expect(protocol).toMatch(/^TLSv1\.[23]$/);
  });

  async function signedInOverTls(port: number, ca: Buffer) {
    const body = JSON.stringify({ username: "township", password: "correct horse battery" });
    const headers = { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) };
    const way = { host: "127.0.0.1", port, path: "/api/session", method: "POST", ca, agent: false, headers };
    const asked = request(way).end(body);
    const [answer] = (await once(asked, "response")) as [import("node:http").IncomingMessage];
    const socket = answer.socket as import("node:tls").TLSSocket;
    const told = { protocol: socket.getProtocol(), secure: String(answer.headers["set-cookie"] ?? "") };
    answer.resume();
    return told;
  }

  it("is renewed beside the running house; half a pair and a broken one change nothing", async () => {
    const house = await openHouse();
    const [given, next] = [certificate(), certificate()];
    const told: unknown[] = [];
    const listening = await listen(
      createApp(house.deps),
      { ...here, ...given },
      { renewal: 10, renewed: (fault) => void told.push(fault) },
    );
    onTestFinished(async () => await listening.close());
    const answers = async (trusted: string) => {
      const ca = readFileSync(trusted);
      const asked = get({ host: "127.0.0.1", port: listening.port, path: "/healthz", ca, agent: false });
      const [answer] = (await once(asked, "response")) as [import("node:http").IncomingMessage];
      answer.resume();
      return answer.statusCode;
    };
    const old = `${given.tlsCert}.old`;
    copyFileSync(given.tlsCert, old);
    copyFileSync(next.tlsCert, given.tlsCert);
    await vi.waitFor(() => expect(told.length).toBe(1));
    expect(told[0]).toMatchObject({ code: expect.stringMatching(/KEY_VALUES_MISMATCH|ERR_/) as string });
    expect(await answers(old)).toBe(200);
    copyFileSync(next.tlsKey, given.tlsKey);
    await vi.waitFor(() => expect(told.at(-1)).toBe(null));
    expect(await answers(next.tlsCert)).toBe(200);
    await expect(answers(old)).rejects.toThrow();
    writeFileSync(given.tlsCert, "no certificate");
    await vi.waitFor(() => expect(told.at(-1)).not.toBe(null));
    expect(await answers(next.tlsCert)).toBe(200);
  });

  it("says in the system's own words that a certificate cannot be read", async () => {
    const house = await openHouse();
    const wrong = { ...here, tlsCert: "/nowhere/cert.pem", tlsKey: "/nowhere/key.pem" };
    await expect(listen(createApp(house.deps), wrong)).rejects.toMatchObject({ code: "ENOENT" });
  });
});

describe("somebody who sends too slowly", () => {
  const patience = { head: 100, request: 200, look: 20 };

  async function slowly(start: string): Promise<string> {
    const house = await openHouse();
    const listening = await listen(createApp(house.deps), here, { patience });
    onTestFinished(async () => await listening.close());
    const line: Socket = connect(listening.port, "127.0.0.1");
    line.write(start);
    return await text(line);
  }

  it("is cut off in the middle of the head", async () => {
    expect(await slowly("GET /healthz HTTP/1.1\r\nHost: a\r\nX-Slow: ")).toMatch(/^HTTP\/1\.1 408 /);
  });

  it("is cut off in the middle of the body", async () => {
    const head =
      "POST /api/reports HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n";
    expect(await slowly(`${head}{"id":`)).toMatch(/^HTTP\/1\.1 408 /);
  });
});

describe("a visitor who leaves in the middle of a request", () => {
  it.each([
    ["with a length", 'Content-Length: 500\r\n\r\n{"text":'],
    ["in pieces", 'Transfer-Encoding: chunked\r\n\r\n8\r\n{"text":\r\n'],
  ])("raises no alarm of the storage: a body %s", async (_name, rest) => {
    const house = await openHouse();
    const listening = await listen(createApp(house.deps), here);
    onTestFinished(async () => await listening.close());
    const socket = connect(listening.port, "127.0.0.1");
    await once(socket, "connect");
    const head = "POST /api/reports HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
    socket.write(head + rest);
    await vi.waitFor(() => expect(socket.bytesWritten).toBeGreaterThan(head.length));
    // Once another request was answered, the first one has been begun
    await fetch(`http://127.0.0.1:${listening.port}/healthz`);
    socket.destroy();
    await vi.waitFor(() => expect(house.logged.join()).toContain("/api/reports"));
    expect(house.deps.watch.current()).toEqual([]);
    expect(house.logged.join()).not.toMatch(/storage\.failed|request\.failed/);
  });
});

describe("a body over a real line", () => {
  const head =
    "POST /api/reports HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nConnection: close\r\n";
  const long = "x".repeat(70_000);

  async function sent(rest: string): Promise<string> {
    const house = await openHouse();
    const listening = await listen(createApp(house.deps), here);
    onTestFinished(async () => await listening.close());
    const line: Socket = connect(listening.port, "127.0.0.1");
    line.write(head + rest);
    return await text(line);
  }

  it("that is announced as too long is refused before it has come", async () => {
    const answer = await sent(`Content-Length: 70000\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('"code":"tooLarge"');
  });

  it("that comes in pieces is refused when they are too many", async () => {
    const answer = await sent(
      `Transfer-Encoding: chunked\r\n\r\n${long.length.toString(16)}\r\n${long}\r\n0\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('"code":"tooLarge"');
  });

  it("that goes on behind what was announced, or has two lengths at once, is refused by the parser", async () => {
    expect(await sent(`Content-Length: 4\r\n\r\nnull${long}`)).toMatch(/^HTTP\/1\.1 400 /);
    expect(await sent(`Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 400 /,
    );
  });
});
