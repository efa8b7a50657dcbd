/** TLS as it is spoken: every suite that this machine knows is offered to the house, alone, in a real handshake. */
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { connect, getCiphers, type SecureVersion } from "node:tls";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createApp } from "../../server/app.ts";
import { listen } from "../../server/listen.ts";
import { openHouse } from "../support/app.ts";
import { temporaryFolder } from "../support/store.ts";

const here = { port: 0, host: "127.0.0.1" } as const;

function certificate(key: string): { readonly tlsCert: string; readonly tlsKey: string } {
  const folder = temporaryFolder();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [tlsCert, tlsKey] = [join(folder, "cert.pem"), join(folder, "key.pem")];
  const made = ["req", "-x509", "-newkey", key, "-nodes", "-days", "2", "-subj", "/CN=localhost"];
  execFileSync("openssl", [...made, "-out", tlsCert, "-keyout", tlsKey], { stdio: "ignore" });
  return { tlsCert, tlsKey };
}

/** @returns the suite that was agreed on; null when the house would not have it. */
async function agreedOn(port: number, ciphers: string, version: SecureVersion): Promise<string | null> {
  const versions = { minVersion: version, maxVersion: version };
  // Old suites and versions, which today's OpenSSL would not even offer by itself
  const offered = { ciphers: `${ciphers}:@SECLEVEL=0`, ...versions };
  const socket = connect({ ...offered, port, host: here.host, rejectUnauthorized: false });
  try {
    await once(socket, "secureConnect");
    return socket.getCipher().standardName;
  } catch (error) {
    expect(String(error)).toMatch(/handshake failure|protocol version|ECONNRESET/u);
    return null;
  } finally {
    socket.destroy();
  }
}

const oldSuites = getCiphers()
  .filter((name) => !name.startsWith("tls_") && !/psk|srp/u.test(name))
  .map((name) => name.toUpperCase());

async function agreedSuites(port: number): Promise<readonly string[]> {
  const agreed: string[] = [];
  for (const suite of oldSuites) {
    const name = await agreedOn(port, suite, "TLSv1.2");
    if (name !== null) agreed.push(name);
  }
  return agreed.sort();
}

describe("TLS 1.2 of the house", { timeout: 60_000 }, () => {
  it.each(["rsa:2048", "ed25519"])(
    "agrees on suites that encrypt and prove in one step alone: %s",
    async (key) => {
      expect(oldSuites.filter((name) => !/GCM|CHACHA20|CCM/u.test(name)).length).toBeGreaterThan(10);
      const house = await openHouse();
      const listening = await listen(createApp(house.deps), { ...here, ...certificate(key) });
      onTestFinished(async () => await listening.close());
      const proof = key === "ed25519" ? "ECDSA" : "RSA";
      expect(await agreedSuites(listening.port)).toEqual([
        `TLS_ECDHE_${proof}_WITH_AES_128_GCM_SHA256`,
        `TLS_ECDHE_${proof}_WITH_AES_256_GCM_SHA384`,
        `TLS_ECDHE_${proof}_WITH_CHACHA20_POLY1305_SHA256`,
      ]);
      expect(await agreedOn(listening.port, "ALL", "TLSv1.1")).toBeNull();
      expect(await agreedOn(listening.port, "ALL", "TLSv1.3")).toBe("TLS_AES_256_GCM_SHA384");
    },
  );

  it("agrees on no others after its certificate was renewed", async () => {
    const house = await openHouse();
    const [given, next] = [certificate("rsa:2048"), certificate("rsa:2048")];
    const told: unknown[] = [];
    const manner = { renewal: 10, renewed: (fault: unknown) => void told.push(fault) };
    const listening = await listen(createApp(house.deps), { ...here, ...given }, manner);
    onTestFinished(async () => await listening.close());
    copyFileSync(next.tlsCert, given.tlsCert);
    copyFileSync(next.tlsKey, given.tlsKey);
    await vi.waitFor(() => expect(told.at(-1)).toBe(null));
    expect(await agreedOn(listening.port, "ECDHE-RSA-AES128-SHA256", "TLSv1.2")).toBeNull();
    expect(await agreedOn(listening.port, "ECDHE-RSA-AES128-GCM-SHA256", "TLSv1.2")).not.toBeNull();
  });
});
