/** Between phones and the house: requests go out and answers come back, or do not. Every answer is read for what must not stand in it. */
import type { Chance } from "../demo/chance.ts";
import { type County, PASSWORD } from "./county.ts";
import type { Findings } from "./findings.ts";
import type { Person } from "./folk.ts";
import { judgeSecrets } from "./judge/secrets.ts";
import type { Mirror } from "./mirror.ts";
import type { Mishaps } from "./mishaps.ts";

export interface Letter {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly body?: unknown;
  /** null for somebody without an account. */
  readonly from: Person | null;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export interface Post {
  /** @returns null when no answer came: the sender does not know whether it was heard. */
  send(letter: Letter): Promise<Answer | null>;
  /** The same letter twice in the same moment. */
  sendTwice(letter: Letter): Promise<readonly (Answer | null)[]>;
  /** A shot of the machine itself: a round of a job. @returns null when it was cut off. */
  run<T>(work: () => Promise<T>): Promise<T | null>;
  readonly requests: () => number;
}

interface Material {
  readonly county: County;
  readonly mishaps: Mishaps;
  readonly mirror: Mirror;
  readonly findings: Findings;
  readonly chance: Chance;
  /** Share of answers that are lost on the way. */
  readonly lost: number;
  /** What a planted bug does to an answer. */
  readonly bend: (letter: Letter, text: string) => string;
}

/** Turns of the event loop in which all that waits has come to its next statement. */
const LAST_TURNS = 50;

export function createPost(material: Material): Post {
  const { county, mishaps, mirror, findings, chance, lost, bend } = material;
  let requests = 0;

  /** Everything under way ends before the next process starts. */
  async function shot<T>(
    work: () => Promise<T>,
  ): Promise<{ readonly value: T | null; readonly tripped: boolean }> {
    mishaps.arm();
    let value: T | null = null;
    try {
      value = await work();
    } catch (error) {
      if (!mishaps.disarm()) throw error;
      await leaveUnsure();
      if (mishaps.isDead()) await recover();
      return { value: null, tripped: true };
    }
    const tripped = mishaps.disarm();
    await leaveUnsure();
    if (!mishaps.isDead()) return { value, tripped };
    await recover();
    return { value: null, tripped };
  }

  /** After a failed sync the house ends itself: the store must have said so. */
  async function leaveUnsure(): Promise<void> {
    if (!mishaps.mustLeave() || mishaps.isDead()) return;
    const said = await Promise.race([county.deps().store.unsure, Promise.resolve(null)]);
    if (said === null) findings.blame("noFault", "a failed sync", "the house would have gone on");
    await recover();
  }

  /** What the old process has under way dies with it: nothing of it may act beside the next one. */
  async function recover(): Promise<void> {
    mishaps.die();
    for (let turn = 0; turn < LAST_TURNS; turn++) await new Promise((resolve) => setImmediate(resolve));
    await county.restart();
    mirror.recover();
  }

  async function ask({ method, path, body, from }: Letter): Promise<Response> {
    requests += 1;
    const headers = new Headers({ "X-Forwarded-For": addressOf(from, chance) });
    if (from?.cookie) headers.set("Cookie", from.cookie);
    if (body === undefined) return await county.app().request(path, { method, headers });
    const text = JSON.stringify(body);
    headers.set("Content-Type", "application/json");
    headers.set("Content-Length", String(Buffer.byteLength(text)));
    return await county.app().request(path, { method, headers, body: text });
  }

  async function signIn(person: Person): Promise<boolean> {
    const body = { username: person.account.username, password: PASSWORD };
    const { value } = await shot(() => ask({ method: "POST", path: "/api/session", body, from: null }));
    person.cookie = value?.status === 200 ? (value.headers.get("Set-Cookie")?.split(";")[0] ?? null) : null;
    return person.cookie !== null;
  }

  async function read(letter: Letter, response: Response, tripped: boolean): Promise<Answer> {
    const text = bend(letter, await response.text());
    const { status } = response;
    const where = `${letter.method} ${letter.path} for ${letter.from?.account.id ?? "nobody"}`;
    if (!letter.path.endsWith("/reveal")) judgeSecrets(where, text, findings);
    if (status >= 500 && !tripped) findings.blame("noFault", where, `${status} ${text.slice(0, 200)}`);
    // Most answers are searched for what must not stand in them and then read by nobody
    return {
      status,
      get body() {
        return parsed(text);
      },
    };
  }

  async function deliver(letter: Letter, copies: number): Promise<readonly (Answer | null)[]> {
    const person = letter.from;
    for (let tries = 0; tries < 2; tries++) {
      if (person !== null && person.cookie === null && !(await signIn(person))) return [null];
      const { value, tripped } = await shot(() =>
        Promise.all(Array.from({ length: copies }, () => ask(letter))),
      );
      if (value === null) return [null];
      const answers = await Promise.all(value.map((response) => read(letter, response, tripped)));
      if (person === null || answers[0]?.status !== 401) return answers;
      person.cookie = null;
    }
    return [null];
  }

  return {
    requests: () => requests,
    async send(letter) {
      const [answer = null] = await deliver(letter, 1);
      if (answer === null || letter.method === "GET" || mishaps.isCalm() || !chance.happens(lost))
        return answer;
      mishaps.note("lostAnswer");
      return null;
    },
    async sendTwice(letter) {
      mishaps.note("sentTwice");
      return await deliver(letter, 2);
    },
    run: async (work) => (await shot(work)).value,
  };
}

/** Residents come from anywhere; desks from the office. */
function addressOf(from: Person | null, chance: Chance): string {
  if (from !== null) return "10.0.0.1";
  return `10.${Math.floor(chance.next() * 250)}.${Math.floor(chance.next() * 250)}.7`;
}

function parsed(text: string): unknown {
  try {
    return text === "" ? null : JSON.parse(text);
  } catch {
    return text;
  }
}
