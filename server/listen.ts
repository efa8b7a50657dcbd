/** The listening socket, and how it is closed: no new requests, those under way are finished, open lines are ended. */
import { createAdaptorServer } from "@hono/node-server";
import { readFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
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
}

/** @throws the system's error when the port cannot be had (EADDRINUSE, EACCES). */
export async function listen(
  app: Hono<App>,
  { port, host, tlsCert, tlsKey }: Pick<Config, "port" | "host" | "tlsCert" | "tlsKey">,
  { patience: { head, request, look } = patience, before = (handler) => handler }: Manner = {},
): Promise<Listening> {
  const limits = {
    headersTimeout: head,
    requestTimeout: request,
    connectionsCheckingInterval: look,
    maxHeaderSize: 16_384,
  };
  const secrets = tlsCert === "" ? null : { cert: readFileSync(tlsCert), key: readFileSync(tlsKey) };
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
  return { port: (server.address() as AddressInfo).port, close: () => closeServer(server) };
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
