import { describe, expect, it } from "vitest";
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import type { InboxAnswer } from "../../server/domain/inboxAnswers.ts";
import type { CaseListAnswer } from "../../server/domain/listAnswers.ts";
import { DAY } from "../../server/domain/time.ts";
import { sweep } from "../../server/jobs/sweep.ts";
import { type Client, moved, openHouse, reported } from "../support/app.ts";

async function dispatched(house: Awaited<ReturnType<typeof openHouse>>): Promise<string> {
  const township = await house.as("township");
  const { id } = await reported(await house.as("gridWorker"));
  await moved(township, id, { action: "file", itemCode: "020101" });
  await moved(township, id, { action: "dispatch", unit: "LD" });
  return id;
}

const inboxOf = async (client: Client) => (await (await client.get("/api/inbox")).json()) as InboxAnswer;
const fileOf = async (client: Client, id: string) =>
  (await (await client.get(`/api/cases/${id}`)).json()) as CaseAnswer;
const toldBy = (file: CaseAnswer, action: string) =>
  file.history.find((event) => event.action === action)?.told;

describe("who receives orders of supervision", () => {
  it("is named by the administrator; the step reaches the person and the sender sees when it was read", async () => {
    const house = await openHouse();
    const [admin, centre, lights] = [
      await house.as("admin"),
      await house.as("centre"),
      await house.as("lights"),
    ];
    expect((await admin.post("/api/people/lights-1/posts", { posts: ["liaison"] })).status).toBe(204);
    const id = await dispatched(house);
    await moved(centre, id, { action: "urge", note: "请抓紧" });
    const before = await inboxOf(lights);
    expect(before.rows.filter((row) => row.kind === "urge")).toHaveLength(1);
    expect(before.unread).toBeGreaterThan(0);
    expect(toldBy(await fileOf(centre, id), "urge")).toEqual([
      { to: "路灯所", reads: [] },
      { to: "王lights", reads: [] },
    ]);
    house.clock.advance(60_000);
    expect((await lights.post(`/api/cases/${id}/read`, {})).status).toBe(204);
    expect((await inboxOf(lights)).unread).toBe(0);
    const reads = [{ name: "王lights", at: house.clock.now() }];
    expect(toldBy(await fileOf(centre, id), "urge")).toEqual([
      { to: "路灯所", reads },
      { to: "王lights", reads },
    ]);
    // Who has read it is for the sender
    expect(toldBy(await fileOf(lights, id), "urge")).toBeNull();
  });

  it("is missed nowhere: where nobody is named, the sweep puts the case on the list", async () => {
    const house = await openHouse();
    const id = await dispatched(house);
    house.clock.advance(5 * DAY);
    await sweep(house.deps);
    const centre = await house.as("centre");
    const list = async (mark: string) =>
      ((await (await centre.get(`/api/cases?mark=${mark}`)).json()) as CaseListAnswer).rows.map(
        (row) => row.id,
      );
    expect(await list("unheard")).toEqual([id]);
    expect(await list("ladder:circulate")).toEqual([id]);
    expect(await list("ladder:urge")).toEqual([]);
    expect((await centre.get("/api/cases?mark=nonsense")).status).toBe(422);
  });

  it("cannot be an account without a unit, and only administrators name them", async () => {
    const house = await openHouse();
    const [admin, centre] = [await house.as("admin"), await house.as("centre")];
    expect((await admin.post("/api/people/leader-1/posts", { posts: ["chief"] })).status).toBe(422);
    expect((await admin.post("/api/people/lights-1/posts", { posts: ["king"] })).status).toBe(422);
    expect((await admin.post("/api/people/none/posts", { posts: [] })).status).toBe(404);
    expect((await centre.post("/api/people/lights-1/posts", { posts: ["chief"] })).status).toBe(403);
  });
});

describe("the mark that something was read", () => {
  it("is for what one may see", async () => {
    const house = await openHouse();
    const id = await dispatched(house);
    expect((await (await house.as("water")).post(`/api/cases/${id}/read`, {})).status).toBe(404);
  });
});
