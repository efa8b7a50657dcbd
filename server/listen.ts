/** The listening socket, and how it is closed: no new requests, those under way are finished, open lines are ended. */
import { createAdaptorServer } from "@hono/node-server";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { Hono } from "hono";
import type { App } from "./appEnv.ts";
import type { Config } from "./config.ts";

export interface Listening {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Slow senders are cut off: 8 s for the head of a request, 30 s for all of it; what is left at closing after 8 s. */
const HEAD_TIME = 8_000;
const REQUEST_TIME = 30_000;
const CLOSING_TIME = 8_000;

/** @throws the system's error when the port cannot be had (EADDRINUSE, EACCES). */
export async function listen(
  app: Hono<App>,
  { port, host, tlsCert, tlsKey }: Pick<Config, "port" | "host" | "tlsCert" | "tlsKey">,
): Promise<Listening> {
  const limits = { headersTimeout: HEAD_TIME, requestTimeout: REQUEST_TIME, maxHeaderSize: 16_384 };
  const secrets = tlsCert === "" ? null : { cert: readFileSync(tlsCert), key: readFileSync(tlsKey) };
  const server = createAdaptorServer({
    fetch: app.fetch,
    ...(secrets === null
      ? { createServer, serverOptions: limits }
      : { createServer: createSecureServer, serverOptions: { ...limits, ...secrets } }),
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
