/**
 * 不露踪迹: a case that somebody may not see changes nothing of what they are answered, neither a word nor a count, a point, a
 * share, an order or a head (ETag, length, name of a file). Every reading route of the matrix is asked before and after such a case comes to be.
 */
import { describe, expect, it } from "vitest";
import { moved, reported } from "../../support/app.ts";
import { plantScene, type Scene, type Viewer } from "./scene.ts";
import { askedOf, type Cell, cells } from "./table.ts";

/** Who may not see a confidential case of 招贤 that the establishment office handles. */
const outsiders: ReadonlySet<Viewer> = new Set(["nobody", "gridWorker", "township", "lights", "water"]);

/** Reading in the form of a question. */
const asking: ReadonlySet<string> = new Set(["POST /api/near", "POST /api/locate", "POST /api/classify"]);

/** What may differ, and why. */
const exempt: Readonly<Record<string, string>> = {
  "GET /api/live": "an open line; heard in the test below",
  "GET /metrics": "answers this machine alone",
};

describe("a confidential case of others", () => {
  it.each([
    ["one word", false],
    ["whatever it was taught", true],
  ])(
    "changes no answer of any reading route, with a reader that knows %s",
    async (_name, learns) => {
      const scene = await plantScene({ learns });
      const asked = cells.filter(
        ({ route, viewer, status }) =>
          outsiders.has(viewer) &&
          status === 200 &&
          (route.startsWith("GET ") || asking.has(route)) &&
          !(route in exempt),
      );
      expect(asked.length).toBeGreaterThan(250);
      const before = await allAnswers(asked, scene);
      await plantSecret(scene);
      const after = await allAnswers(asked, scene);
      const changed = asked.filter((_, index) => before[index] !== after[index]);
      expect(changed.map(({ viewer, route, about }) => `${viewer} ${route} (${about})`)).toEqual([]);
    },
    90_000,
  );

  it("is not heard of on any open line", async () => {
    const scene = await plantScene();
    const lines = await Promise.all(
      [...outsiders].map(async (viewer) => {
        const answer = await scene.clients[viewer].get("/api/live");
        const reader = answer.status === 200 ? answer.body?.getReader() : undefined;
        await reader?.read();
        return { viewer, reader };
      }),
    );
    await plantSecret(scene);
    scene.house.deps.live.close();
    for (const { viewer, reader } of lines)
      expect([viewer, (await rest(reader)).replaceAll(BEAT, "")]).toEqual([viewer, ""]);
  });
});

/** That the line is open. */
const BEAT = "event: beat\ndata: {}\n\n";

/** As the far case of the scene came to be, once more. */
async function plantSecret({ clients: { centre, otherTownship, establishment } }: Scene): Promise<void> {
  const { id } = await reported(centre, {
    text: "招贤街路灯不亮，第二件",
    address: "招贤街",
    channel: "hotline",
    point: { lng: 118.831, lat: 35.681 },
    reporter: { name: "上官婉", phone: "13700001111", confidential: true },
  });
  await moved(otherTownship, id, { action: "file", itemCode: "020101" });
  await moved(otherTownship, id, { action: "dispatch", unit: "BB" });
  await moved(establishment, id, { action: "accept" });
}

async function allAnswers(asked: readonly Cell[], scene: Scene): Promise<readonly string[]> {
  const answers: string[] = [];
  for (const cell of asked) answers.push(await answerOf(cell, scene));
  return answers;
}

async function answerOf(cell: Cell, scene: Scene): Promise<string> {
  const [method = "GET", path = ""] = cell.route.split(" ");
  const asked = askedOf(cell, scene);
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => asked.path?.[name] ?? "none");
  const answer = await scene.clients[cell.viewer].request(address + (asked.query ?? ""), {
    method,
    ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
    headers: { "Content-Type": "application/json" },
  });
  // Each answer has a number of its own, and the form of a report names each report by an id
  const heads = [...answer.headers].filter(([name]) => name !== "x-request-id");
  return `${answer.status} ${JSON.stringify(heads)} ${(await answer.text()).replace(/value="plain-[^"]+"/, "")}`;
}

async function rest(reader: ReadableStreamDefaultReader<Uint8Array> | undefined): Promise<string> {
  let text = "";
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read())
    text += new TextDecoder().decode(part.value);
  return text;
}
