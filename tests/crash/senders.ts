/** People with phones and a desk: each writes letters and sends each until it is answered, as the offline queue does. */
import sharp from "sharp";
import type { Chance } from "../../server/demo/chance.ts";
import { desk } from "./county.ts";
import type { Ledger, Letter } from "./ledger.ts";

export interface Senders {
  /** Begin, or go on, at this address; ends when the server is gone or `rest` was called. */
  work(address: string): Promise<void>;
  /** No new letters: only what is still unanswered is sent. */
  rest(): void;
  /** New letters again. */
  goOn(): void;
  /** Called with every letter that goes out. */
  onSend: () => void;
  readonly unanswered: () => number;
}

const SENDERS = 6;

export function createSenders(ledger: Ledger, chance: Chance, round: string): Senders {
  const queues: Letter[][] = Array.from({ length: SENDERS }, () => []);
  let cookie: string | null = null;
  let resting = false;
  let count = 0;

  const senders: Senders = {
    onSend: () => undefined,
    rest: () => void (resting = true),
    goOn: () => void (resting = false),
    unanswered: () => queues.reduce((sum, queue) => sum + queue.length, 0),
    async work(address) {
      try {
        cookie ??= await signIn(address);
      } catch {
        return; // killed while somebody signed in
      }
      await Promise.all(queues.map(async (queue, index) => await workOff(queue, index, address)));
    },
  };

  async function workOff(queue: Letter[], index: number, address: string): Promise<void> {
    try {
      for (;;) {
        if (queue.length === 0 && resting) return;
        if (queue.length === 0) queue.push(...(await written(index, address)));
        const [letter] = queue;
        if (letter === undefined) continue;
        // The same message twice in the same moment, as a phone does that lost sight of its own
        const copies = chance.happens(0.1) ? 2 : 1;
        const answers = await Promise.all(
          Array.from({ length: copies }, async () => await send(letter, address)),
        );
        for (const answered of answers) if (answered !== null) note(letter, answered);
        if (!answers.some(isPutOff)) queue.shift();
      }
    } catch {
      // The server is gone: what was not answered stays in the queue
    }
  }

  async function send(letter: Letter, address: string): Promise<Answered> {
    ledger.sent.add(letter.id);
    senders.onSend();
    const headers: Record<string, string> = {
      "Content-Type": letter.kind === "photo" ? "image/jpeg" : "application/json",
      "X-Forwarded-For": letter.from,
    };
    if (letter.asDesk && cookie !== null) headers["Cookie"] = cookie;
    const answer = await fetch(address + letter.path, { method: "POST", headers, body: letter.body });
    return { status: answer.status, text: await answer.text() };
  }

  function note(letter: Letter, { status, text }: Answered): void {
    if (isPutOff({ status, text })) return;
    if (status >= 500) return ledger.broken(letter, status, text);
    if (status >= 300) return ledger.refused(letter, status);
    ledger.acknowledged(letter, JSON.parse(text) as Record<string, unknown>);
  }

  async function written(index: number, address: string): Promise<readonly Letter[]> {
    count += 1;
    const id = `${round}-${index}-${count}`;
    const from = `10.${index}.${Math.floor(chance.next() * 250)}.${Math.floor(chance.next() * 250)}`;
    if (index < 2 && ledger.cases.length > 0) return await moveOn(chance.pick(ledger.cases), id, address);
    if (chance.happens(0.1)) return [await photo(id, from)];
    return [reportWith(id, from, chance.happens(0.3) ? [...ledger.photos].slice(-1) : [])];
  }

  /** What the desk reads first is not a letter: it only looks. */
  async function moveOn(caseId: string, id: string, address: string): Promise<readonly Letter[]> {
    const headers = { Cookie: cookie ?? "" };
    const seen = await fetch(`${address}/api/cases/${caseId}`, { headers });
    const { version, state } = (await seen.json()) as { version: number; state: string };
    const act =
      state === "reported" && chance.happens(0.4)
        ? { action: "file", itemCode: "020101" }
        : { action: "comment", note: "已电话了解情况" };
    const body = JSON.stringify({ ...act, version, commandId: id });
    return [
      { kind: "move", id, path: `/api/cases/${caseId}/moves`, body, from: "10.0.0.1", asDesk: true, caseId },
    ];
  }

  async function photo(id: string, from: string): Promise<Letter> {
    const background = `#${Math.floor(chance.next() * 0xffffff)
      .toString(16)
      .padStart(6, "0")}`;
    const picture = await sharp({ create: { width: 16, height: 16, channels: 3, background } })
      .jpeg()
      .toBuffer();
    const body = new Uint8Array(picture);
    return { kind: "photo", id, path: "/api/photos", body, from, asDesk: true, caseId: null };
  }

  return senders;
}

interface Answered {
  readonly status: number;
  readonly text: string;
}

/** Told to come again: too often, or (on a machine that is busy) too many at once. */
function isPutOff({ status, text }: Answered): boolean {
  return status === 429 || (status === 503 && text.includes("urn:huying:problem:busy"));
}

function reportWith(id: string, from: string, photos: readonly string[]): Letter {
  const body = JSON.stringify({
    id,
    text: `振兴路第 ${id} 盏路灯不亮`,
    channel: "public",
    point: { lng: 118.83, lat: 35.58 },
    photos,
    reporter: { name: "李四", phone: "13800005678" },
  });
  return { kind: "report", id, path: "/api/reports", body, from, asDesk: false, caseId: null };
}

/** @returns the cookie of the desk. */
export async function signIn(address: string): Promise<string> {
  const answer = await fetch(`${address}/api/session`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(desk),
  });
  if (answer.status !== 200) throw new Error(`Got ${answer.status} at signing in.`);
  return answer.headers.get("Set-Cookie")?.split(";")[0] ?? "";
}
