import { describe, expect, it } from "vitest";
import type { Gazetteer } from "../../geo/places/place.ts";
import type { GazetteerAnswer, NamesAnswer } from "../../server/domain/mapAnswers.ts";
import { type Client, openHouse, reported } from "../support/app.ts";

const gazetteer: Gazetteer = {
  above: ["莒县"],
  places: [
    {
      kind: "township",
      name: "招贤镇",
      aliases: ["招贤"],
      townshipCode: "371122001",
      point: { lng: 118.83, lat: 35.58 },
    },
  ],
  roads: [],
};
const inside = { lng: 118.83, lat: 35.58 };
const market = { name: "赶牛大集", point: inside };
const spoken = { channel: "public", point: null, text: "路灯不亮", address: "赶牛大集东头" };

async function names(client: Client): Promise<NamesAnswer> {
  return (await (await client.get("/api/names")).json()) as NamesAnswer;
}

describe("a name taught by confirming a place", () => {
  it("places the very next report that says it", async () => {
    const house = await openHouse({ gazetteer });
    expect((await reported(house.nobody, spoken)).cell).toBeNull();
    const answer = await (await house.as("gridWorker")).post("/api/names", market);
    expect(answer.status).toBe(200);
    const placed = await reported(house.nobody, spoken);
    expect(placed.cell?.code).toBe("371122001001001");
    expect(placed.placement).toMatchObject({ kind: "spoken", guesses: [{ learnedOn: "2026-03-10" }] });
  });

  it("goes out to phones with the gazetteer, and away again when it is taken back", async () => {
    const house = await openHouse({ gazetteer });
    const teacher = await house.as("gridWorker");
    await teacher.post("/api/names", market);
    const sent = async () =>
      ((await (await house.nobody.get("/api/gazetteer")).json()) as GazetteerAnswer).places.map(
        ({ name }) => name,
      );
    expect(await sent()).toEqual(["招贤镇", "赶牛大集"]);
    const [row] = (await names(teacher)).rows;
    await teacher.post(`/api/names/${row?.id ?? ""}/undo`, {});
    expect(await sent()).toEqual(["招贤镇"]);
    expect((await reported(house.nobody, spoken)).cell).toBeNull();
  });

  it("keeps who taught it, when and by which case, also after it is taken back", async () => {
    const house = await openHouse({ gazetteer });
    const teacher = await house.as("gridWorker");
    const { id } = await reported(teacher);
    await teacher.post("/api/names", { ...market, caseId: id });
    const [row] = (await names(await house.as("centre"))).rows;
    expect(row).toMatchObject({ name: "赶牛大集", caseId: id, undone: null, mayUndo: true });
    expect(row?.by).not.toBe("");
    await (await house.as("centre")).post(`/api/names/${row?.id ?? ""}/undo`, {});
    const [after] = (await names(teacher)).rows;
    expect(after?.undone).toMatchObject({ at: house.clock.now() });
    expect(after?.mayUndo).toBe(false);
  });

  it("is taken back by its teacher or the centre, by nobody else, and once", async () => {
    const house = await openHouse({ gazetteer });
    await (await house.as("gridWorker")).post("/api/names", market);
    const [row] = (await names(await house.as("township"))).rows;
    expect(row?.mayUndo).toBe(false);
    const path = `/api/names/${row?.id ?? ""}/undo`;
    expect((await (await house.as("township")).post(path, {})).status).toBe(404);
    expect((await (await house.as("centre")).post(path, {})).status).toBe(200);
    expect((await (await house.as("centre")).post(path, {})).status).toBe(404);
  });

  it("survives a restart", async () => {
    const house = await openHouse({ gazetteer });
    await (await house.as("gridWorker")).post("/api/names", market);
    const again = await openHouse({ gazetteer });
    expect(again.deps.findPlaces("赶牛大集")).toEqual([]);
    const { createPlaces } = await import("../../server/places.ts");
    const places = createPlaces({
      store: house.store,
      locate: house.deps.locate,
      gazetteer: () => gazetteer,
    });
    expect(places.find("赶牛大集")).toEqual([]);
    await places.refresh();
    expect(places.find("赶牛大集")[0]).toMatchObject({ name: "招贤镇赶牛大集" });
  });

  it.each([
    ["a place outside every cell", { ...market, point: { lng: 100, lat: 20 } }, "point"],
    ["a name that is known already", { ...market, name: "招贤镇" }, "name"],
    ["a name of two letters", { ...market, name: "大集" }, "name"],
    ["a name with marks in it", { ...market, name: "大集<b>" }, "name"],
  ])("refuses %s", async (_, sent, field) => {
    const house = await openHouse({ gazetteer });
    const answer = await (await house.as("gridWorker")).post("/api/names", sent);
    expect(answer.status).toBe(422);
    expect(((await answer.json()) as { field: string }).field).toBe(field);
    expect((await names(await house.as("centre"))).rows).toEqual([]);
  });

  it("asks for an account, and for a case that one may see", async () => {
    const house = await openHouse({ gazetteer });
    expect((await house.nobody.post("/api/names", market)).status).toBe(401);
    const { id } = await reported(await house.as("gridWorker"));
    const stranger = await house.as("otherTownship");
    expect((await stranger.post("/api/names", { ...market, caseId: id })).status).toBe(404);
  });
});
