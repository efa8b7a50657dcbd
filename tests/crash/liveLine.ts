/** An open page as a browser holds it: the stream of `GET /api/live`, read event by event. */

export interface LiveLine {
  /** Waits for the next event of this kind that fits; what came before it is passed by. @throws when the line ends first. */
  next(kind: string, fits?: (data: LiveData) => boolean): Promise<LiveData>;
  end(): Promise<void>;
}

export interface LiveData {
  readonly id?: string;
  readonly version?: number;
  readonly state?: string;
}

/** Answers once the server listens for this page. */
export async function openLine(address: string, cookie: string): Promise<LiveLine> {
  const ending = new AbortController();
  const headers = { Cookie: cookie, Accept: "text/event-stream" };
  const answer = await fetch(`${address}/api/live`, { headers, signal: ending.signal });
  if (answer.status !== 200 || answer.body === null) throw new Error(`Got ${answer.status} for the line.`);
  const events = eventsIn(answer.body);
  const line: LiveLine = {
    async next(kind, fits = () => true) {
      for (;;) {
        const { value, done } = await events.next();
        if (done === true) throw new Error(`The line ended before ${kind}.`);
        if (value.kind === kind && fits(value.data)) return value.data;
      }
    },
    async end() {
      ending.abort();
      await events.return(undefined).catch(() => undefined);
    },
  };
  await line.next("ready");
  return line;
}

interface Event {
  readonly kind: string;
  readonly data: LiveData;
}

async function* eventsIn(body: ReadableStream<Uint8Array>): AsyncGenerator<Event, void, undefined> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const part of body) {
    text += decoder.decode(part, { stream: true });
    const blocks = text.split("\n\n");
    text = blocks.pop() ?? "";
    for (const block of blocks) {
      const kind = /^event: ?(.*)$/mu.exec(block)?.[1] ?? "message";
      yield { kind, data: JSON.parse(/^data: ?(.*)$/mu.exec(block)?.[1] ?? "{}") as LiveData };
    }
  }
}
