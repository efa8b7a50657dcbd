/**
 * Requests over sockets that stay open, one at a time on each, written and read with as little work as possible: whoever
 * measures a server on the same machine takes from it what the client needs. Knows only answers with a Content-Length or
 * in chunks, which is what the house sends.
 */
import { connect, type Socket } from "node:net";

export interface Reply {
  readonly status: number;
  readonly text: string;
}

export interface Wire {
  /** @throws when the line breaks: a measurement with lost answers is none. */
  post(path: string, cookie: string, body: string): Promise<Reply>;
  close(): void;
}

/** Opens one line to a server. */
export async function openWire(address: string): Promise<Wire> {
  const { hostname, port } = new URL(address);
  const socket = await connected(Number(port), hostname);
  let settle: ((reply: Reply) => void) | null = null;
  let fail: ((error: Error) => void) | null = null;
  let read = Buffer.alloc(0);
  socket.on("data", (chunk) => {
    read = read.length === 0 ? chunk : Buffer.concat([read, chunk]);
    const reply = replyIn(read);
    if (reply === null) return;
    read = Buffer.alloc(0);
    settle?.(reply);
  });
  const broken = () => fail?.(new Error(`A line to ${address} broke.`));
  socket.on("error", broken);
  socket.on("close", broken);
  return {
    post: async (path, cookie, body) =>
      await new Promise((resolve, reject) => {
        [settle, fail] = [resolve, reject];
        socket.write(
          `POST ${path} HTTP/1.1\r\nHost: ${hostname}\r\nCookie: ${cookie}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
        );
      }),
    close() {
      fail = null;
      socket.destroy();
    },
  };
}

async function connected(port: number, host: string): Promise<Socket> {
  const socket = connect({ port, host, noDelay: true });
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("error", reject);
  });
  return socket;
}

/** @returns null until the whole answer is there. */
function replyIn(read: Buffer): Reply | null {
  const end = read.indexOf("\r\n\r\n");
  if (end < 0) return null;
  const head = read.toString("latin1", 0, end);
  const body = read.subarray(end + 4);
  const status = Number(head.slice("HTTP/1.1 ".length, "HTTP/1.1 ".length + 3));
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (length !== undefined)
    return body.length < Number(length) ? null : { status, text: body.toString("utf8") };
  return body.subarray(-5).equals(lastChunk) ? { status, text: body.toString("utf8") } : null;
}

const lastChunk = Buffer.from("0\r\n\r\n");
