import { describe, expect, it } from "vitest";
import { degreeScale } from "../../geo/near.ts";
import type { SurroundingsAnswer } from "../../server/domain/surroundings/answers.ts";
import { DAY } from "../../server/domain/time.ts";
import { type Client, type House, openHouse, reported } from "../support/app.ts";

const spot = { lng: 118.83, lat: 35.58 };
const scale = degreeScale(spot.lat);
const east = (metres: number) => ({ lng: spot.lng + metres / scale.lng, lat: spot.lat });

async function around(client: Client, item = ""): Promise<SurroundingsAnswer> {
  const query = `?lng=${spot.lng}&lat=${spot.lat}${item === "" ? "" : `&item=${item}`}`;
  const answer = await client.get(`/api/surroundings${query}`);
  if (answer.status !== 200) throw new Error(`Got ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as SurroundingsAnswer;
}

async function furnished(): Promise<House> {
  const house = await openHouse();
  const source = "test";
  await house.store.sites.put([
    { id: "a", kind: "school", name: "实验小学", ...east(250), people: 900, phone: null, source },
    { id: "b", kind: "chemicalStore", name: "仓库", ...east(2900), people: null, phone: "0633-1", source },
    { id: "c", kind: "shelter", name: "远处的避难场所", ...east(3100), people: null, phone: null, source },
  ]);
  const hydrant = {
    classCode: "0699",
    owner: null,
    unit: null,
    cellCode: "371122001001001",
    state: "inUse",
  } as const;
  await house.store.components.put([
    { ...hydrant, code: "3711220699000001", name: "消火栓一", ...east(400), source, updatedAt: 0 },
    {
      ...hydrant,
      code: "3711220137000001",
      classCode: "0137",
      name: "灯",
      ...east(10),
      source,
      updatedAt: 0,
    },
  ]);
  return house;
}

describe("what lies around a place", () => {
  it("are sites and hydrants within each ring, the nearest first", async () => {
    const found = await around(await (await furnished()).as("lights"));
    expect(found.sites.map(({ name, metres }) => [name, metres])).toEqual([
      ["实验小学", 250],
      ["仓库", 2900],
    ]);
    expect(found.rings.map(({ metres, hydrants }) => [metres, hydrants])).toEqual([
      [300, 0],
      [500, 1],
      [1000, 1],
      [3000, 1],
    ]);
    expect(found.hydrants).toEqual([{ code: "3711220699000001", name: "消火栓一", metres: 400 }]);
  });

  it("are residents by the share of the cell that lies in the circle, and unknown while nobody counted", async () => {
    const house = await furnished();
    const centre = await house.as("centre");
    expect(await around(centre)).toMatchObject({ peopleKnown: false });
    // The cell is a tenth of a degree square, with the spot well inside
    await house.store.sites.putPeople([{ cellCode: "371122001001001", people: 100_000, source: "test" }]);
    const { rings, peopleKnown } = await around(centre);
    const whole = 0.1 * scale.lng * 0.1 * scale.lat;
    expect(peopleKnown).toBe(true);
    for (const { metres, people } of rings.filter(({ metres }) => metres < 3000))
      expect(people / ((100_000 * Math.PI * metres * metres) / whole)).toBeCloseTo(1, 1);
  });

  it("are similar cases of the last month within a kilometre, as far as one may see them", async () => {
    const house = await furnished();
    const old = await reported(await house.as("gridWorker"), { itemCode: "020101" });
    house.clock.advance(40 * DAY);
    const near = await reported(await house.as("gridWorker"), { itemCode: "020101", point: east(300) });
    await reported(await house.as("gridWorker"), { itemCode: "010101" });
    const { similar } = await around(await house.as("township"), "020101");
    expect(similar.map(({ id, metres }) => [id, metres])).toEqual([[near.id, 300]]);
    expect(similar.map(({ id }) => id)).not.toContain(old.id);
    expect((await around(await house.as("otherTownship"), "020101")).similar).toEqual([]);
    expect((await around(await house.as("admin"), "020101")).similar).toEqual([]);
  });

  it("are the grid workers who walk there, by name and cell and by nothing else", async () => {
    const { workers } = await around(await (await furnished()).as("lights"));
    expect(workers.length).toBeGreaterThan(0);
    for (const worker of workers) expect(Object.keys(worker).sort()).toEqual(["name", "of", "onDuty"]);
  });

  it("is refused for what is no place", async () => {
    const centre = await (await furnished()).as("centre");
    for (const place of ["lng=east&lat=35", "lng=999&lat=35", "lng=118.83&lat=-91"])
      expect((await centre.get(`/api/surroundings?${place}`)).status).toBe(422);
  });
});
