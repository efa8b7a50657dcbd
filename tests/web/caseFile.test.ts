import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createCaseFile } from "../../web/state/caseFile.ts";
import { createProgress } from "../../web/state/progress.ts";

/** What was asked of the server, each with its answer still to be given. */
let asked: Asked[];

interface Asked {
  readonly body: Readonly<Record<string, unknown>> | null;
  readonly answer: (status: number, body: object) => void;
  /** The line is cut before an answer comes. */
  readonly cut: () => void;
}

beforeEach(() => {
  asked = [];
  vi.stubGlobal(
    "fetch",
    (_: string, { body }: RequestInit) =>
      new Promise<Response>((resolve, reject) => {
        const answer = (status: number, told: object) =>
          resolve(new Response(JSON.stringify(told), { status }));
        asked.push({
          body: typeof body === "string" ? JSON.parse(body) : null,
          answer,
          cut: () => reject(new Error("cut")),
        });
      }),
  );
});
afterEach(() => vi.unstubAllGlobals());

function caseOf(version: number) {
  return { id: "c1", number: "20261120-00042", version, now: 0, moves: [] };
}

const refusal = { code: "incomplete", detail: "请填写处置结果。", field: "result" };

describe("an act that is pressed twice", () => {
  it("is sent once, and the second press is told what the first is told", async () => {
    const file = createCaseFile("c1");
    const loaded = file.load();
    asked[0]?.answer(200, caseOf(1));
    await loaded;
    const presses = [file.move({ action: "handle" }, {}), file.move({ action: "handle" }, {})];
    asked[1]?.answer(422, refusal);
    const [first, second] = await Promise.all(presses);
    expect(first).toMatchObject({ code: "incomplete" });
    // A form that is told of success closes, and what stands in it is gone
    expect(second).toEqual(first);
    expect(asked).toHaveLength(2);
  });

  it("does not stand for another act, which waits for its turn and is told of its own", async () => {
    const file = createCaseFile("c1");
    const loaded = file.load();
    asked[0]?.answer(200, caseOf(1));
    await loaded;
    const presses = [file.move({ action: "comment" }, {}), file.move({ action: "handle" }, {})];
    expect(asked).toHaveLength(2);
    asked[1]?.answer(200, caseOf(2));
    expect(await presses[0]).toBeNull();
    await expect.poll(() => asked.length).toBe(3);
    expect(asked[2]?.body).toMatchObject({ action: "handle", version: 2 });
    asked[2]?.answer(422, refusal);
    expect(await presses[1]).toMatchObject({ code: "incomplete" });
  });

  it("is sent with the same id after a cut line, and another act with one of its own", async () => {
    const progress = createProgress();
    const bodies = () => asked.map(({ body }) => body?.["commandId"]);
    for (const action of ["comment", "comment", "rate"] as const) {
      const acted = progress.act(action, { note: "还没修好" });
      asked.at(-1)?.cut();
      await acted;
    }
    const [first, second, third] = bodies();
    expect(first).toBe(second);
    expect(third).not.toBe(first);
  });
});

describe("a case that was asked for before an act and is answered after it", () => {
  it("is asked for again: the answer may be older than the act, or newer", async () => {
    const file = createCaseFile("c1");
    const loaded = file.load();
    asked[0]?.answer(200, caseOf(1));
    await loaded;
    const late = file.load();
    const moved = file.move({ action: "accept" }, {});
    asked[2]?.answer(200, caseOf(2));
    await moved;
    asked[1]?.answer(200, caseOf(1));
    await late;
    expect(file.found.value.value?.version).toBe(2);
    asked[3]?.answer(200, caseOf(3));
    await expect.poll(() => file.found.value.value?.version).toBe(3);
  });
});
