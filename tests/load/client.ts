/** Requests over lines that stay open, as browsers keep them; every answer is timed by whoever asked. */
import { Agent, request } from "node:http";

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly cookie: string | null;
}

export interface Asking {
  readonly method?: "GET" | "POST";
  readonly path: string;
  readonly cookie?: string | null;
  /** An object is sent as JSON, bytes as a picture. */
  readonly body?: object | Buffer;
  /** The address that a proxy would name. */
  readonly from?: string;
}

export interface Client {
  /** Status 0 when the line broke. */
  ask(asking: Asking): Promise<Answer>;
  /** Opens GET /api/live and calls `hear` for each event with its data. */
  listen(cookie: string, hear: (event: string, data: string) => void): void;
  close(): void;
}

export function createClient(address: string): Client {
  const { hostname, port } = new URL(address);
  const agent = new Agent({ keepAlive: true, maxSockets: 512 });
  const lines = new Agent({ keepAlive: true, maxSockets: Infinity });

  /** A resting line that the server has just closed is tried once more on a fresh one, as a browser would. */
  async function ask(asking: Asking): Promise<Answer> {
    return (await askOnce(asking)) ?? (await askOnce(asking)) ?? { status: 0, text: "", cookie: null };
  }

  /** @returns null when the line broke before an answer and had been used before. */
  function askOnce({ method = "GET", path, cookie, body, from }: Asking): Promise<Answer | null> {
    const isPicture = Buffer.isBuffer(body);
    const sent = body === undefined || isPicture ? body : Buffer.from(JSON.stringify(body));
    const headers: Record<string, string | number> = {
      ...(sent === undefined ? {} : { "Content-Length": sent.length }),
      ...(sent === undefined ? {} : { "Content-Type": isPicture ? "image/jpeg" : "application/json" }),
      ...(cookie ? { Cookie: cookie } : {}),
      ...(from === undefined ? {} : { "X-Forwarded-For": from }),
    };
    return new Promise((resolve) => {
      const broken = () => resolve(asked.reusedSocket ? null : { status: 0, text: "", cookie: null });
      const asked = request({ hostname, port, path, method, headers, agent }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => void chunks.push(chunk));
        response.on("error", broken);
        response.on("end", () => {
          const [cookie = ""] = response.headers["set-cookie"] ?? [];
          resolve({
            status: response.statusCode ?? 0,
            text: Buffer.concat(chunks).toString(),
            cookie: cookie.split(";")[0] || null,
          });
        });
      });
      asked.on("error", broken);
      asked.end(sent);
    });
  }

  return {
    ask,
    listen(cookie, hear) {
      const asked = request(
        { hostname, port, path: "/api/live", headers: { Cookie: cookie }, agent: lines },
        (response) => {
          let rest = "";
          response.setEncoding("utf8");
          response.on("error", () => undefined);
          response.on("data", (text: string) => {
            const events = (rest + text).split("\n\n");
            rest = events.pop() ?? "";
            for (const event of events)
              hear(/^event: ?(.*)$/m.exec(event)?.[1] ?? "", /^data: ?(.*)$/m.exec(event)?.[1] ?? "");
          });
        },
      );
      asked.on("error", () => undefined);
      asked.end();
    },
    close() {
      agent.destroy();
      lines.destroy();
    },
  };
}
