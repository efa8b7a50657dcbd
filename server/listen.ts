/** The listening socket, and how it is closed: no new requests, those under way are finished, open lines are ended. */
import { createAdaptorServer } from "@hono/node-server";
import { readFileSync, statSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createSecureServer, type Server as SecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { Hono } from "hono";
import type { App } from "./appEnv.ts";
import type { Config } from "./config.ts";

export interface Listening {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Slow senders are cut off, in milliseconds. */
export interface Patience {
  /** For the head of a request. */
  readonly head: number;
  /** For all of it. */
  readonly request: number;
  /** How often it is looked at: node's own half minute would make 8 seconds 38. */
  readonly look: number;
}

const patience: Patience = { head: 8_000, request: 30_000, look: 1_000 };

/** What is left at closing. */
const CLOSING_TIME = 8_000;

/** What stands before the framework: lets a request through or answers it itself. */
export type Before = (handler: RequestListener) => RequestListener;

interface Manner {
  readonly patience?: Patience;
  readonly before?: Before;
  /** A renewed certificate is in use from now on; or why the old one stays. */
  readonly renewed?: (fault: unknown) => void;
  /** How often it is looked for one, in milliseconds. */
  readonly renewal?: number;
}

const RENEWAL = 60_000;

/**
 * What encrypts and proves in one step (AEAD), with keys that nobody can open afterwards: node's own list ends in CBC
 * suites under TLS 1.2.
 */
const secrecy = {
  minVersion: "TLSv1.2",
  ciphers: [
    "TLS_AES_256_GCM_SHA384",
    "TLS_CHACHA20_POLY1305_SHA256",
    "TLS_AES_128_GCM_SHA256",
    "ECDHE-ECDSA-AES256-GCM-SHA384",
    "ECDHE-RSA-AES256-GCM-SHA384",
    "ECDHE-ECDSA-CHACHA20-POLY1305",
    "ECDHE-RSA-CHACHA20-POLY1305",
    "ECDHE-ECDSA-AES128-GCM-SHA256",
    "ECDHE-RSA-AES128-GCM-SHA256",
  ].join(":"),
} as const;

/** @throws the system's error when the port cannot be had (EADDRINUSE, EACCES). */
export async function listen(
  app: Hono<App>,
  { port, host, tlsCert, tlsKey }: Pick<Config, "port" | "host" | "tlsCert" | "tlsKey">,
  manner: Manner = {},
): Promise<Listening> {
  const { head, request, look } = manner.patience ?? patience;
  const before = manner.before ?? ((handler: RequestListener) => handler);
  const limits = {
    headersTimeout: head,
    requestTimeout: request,
    connectionsCheckingInterval: look,
    maxHeaderSize: 16_384,
  };
  const secrets = tlsCert === "" ? null : secretsIn({ tlsCert, tlsKey });
  // The adaptor makes its own server and hands it its handler: ours stands between the two
  const open = (options: object, handler: RequestListener) =>
    secrets === null ? createServer(options, before(handler)) : createSecureServer(options, before(handler));
  const server = createAdaptorServer({
    fetch: app.fetch,
    createServer: open as typeof createServer,
    serverOptions: { ...limits, ...secrets },
  }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const renewals =
    secrets === null ? null : lookForRenewals(server as SecureServer, { tlsCert, tlsKey }, manner);
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      clearInterval(renewals ?? undefined);
      return closeServer(server);
    },
  };
}

type Files = Pick<Config, "tlsCert" | "tlsKey">;

/** A certificate lives for weeks: what is renewed beside the running house is taken into use without a restart. */
function lookForRenewals(
  server: SecureServer,
  files: Files,
  { renewed = () => undefined, renewal = RENEWAL }: Manner,
): NodeJS.Timeout {
  let known = stateOf(files);
  const timer = setInterval(() => {
    try {
      const found = stateOf(files);
      if (found === known) return;
      // Half of a pair does not fit: refused here, and looked at again when the other file has changed too
      known = found;
      server.setSecureContext(secretsIn(files));
      renewed(null);
    } catch (error) {
      renewed(error);
    }
  }, renewal);
  return timer.unref();
}

function secretsIn({ tlsCert, tlsKey }: Files) {
  return { cert: readFileSync(tlsCert), key: readFileSync(tlsKey), ...secrecy };
}

function stateOf({ tlsCert, tlsKey }: Files): string {
  return [tlsCert, tlsKey].map((path) => statSync(path).mtimeMs + statSync(path).ino).join(" ");
}

function closeServer(server: Server): Promise<void> {
  const late = setTimeout(() => server.closeAllConnections(), CLOSING_TIME);
  return new Promise((resolve) => {
    server.close(() => {
      clearTimeout(late);
      resolve();
    });
    server.closeIdleConnections();
  });
}
