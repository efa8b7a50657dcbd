import { describe, expect, it } from "vitest";
import type { Gazetteer } from "../../geo/places/place.ts";
import type { FindAnswer } from "../../server/domain/findAnswers.ts";
import { type Client, openHouse } from "../support/app.ts";

const gazetteer: Gazetteer = {
  above: ["莒县"],
  places: [
    {
      kind: "landmark",
      name: "岳家村卫生室",
      aliases: [],
      townshipCode: "371122001",
      point: { lng: 118.83, lat: 35.58 },
    },
  ],
  roads: [
    {
      name: "振兴路",
      line: [
        [118.8, 35.58],
        [118.81, 35.59],
        [118.82, 35.58],
      ],
    },
  ],
};

async function found(client: Client, wanted: string): Promise<FindAnswer["rows"]> {
  const answer = await client.get(`/api/find?q=${encodeURIComponent(wanted)}`);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as FindAnswer).rows;
}

describe("names of the county", () => {
  it("are found by initials and by a piece, each with its kind", async () => {
    const house = await openHouse({ gazetteer });
    const township = await house.as("township");
    const { reference, cells } = house.deps;
    const unit = reference.units.find(({ level }) => level === "county");
    const rows = await found(township, unit?.name.slice(0, 2) ?? "");
    expect(rows).toContainEqual(expect.objectContaining({ kind: "unit", code: unit?.code }));
    expect(await found(township, "yjcws")).toEqual([
      expect.objectContaining({ kind: "place", name: "岳家村卫生室", point: { lng: 118.83, lat: 35.58 } }),
    ]);
    expect(await found(township, "zxl")).toEqual([
      expect.objectContaining({ kind: "place", name: "振兴路", point: { lng: 118.81, lat: 35.59 } }),
    ]);
    const cell = cells[0];
    expect(await found(township, cell?.name ?? "")).toContainEqual(
      expect.objectContaining({ kind: "cell", code: cell?.code }),
    );
  });

  it("hold people for the administrator alone", async () => {
    const house = await openHouse({ gazetteer });
    const [first] = await house.store.people.list();
    const name = first?.name ?? "";
    const kinds = async (client: Client) => (await found(client, name)).map(({ kind }) => kind);
    expect(await kinds(await house.as("admin"))).toContain("person");
    expect(await kinds(await house.as("centre"))).not.toContain("person");
  });

  it("are none for no words, and too many words are refused by name", async () => {
    const township = await (await openHouse()).as("township");
    expect(await found(township, "")).toEqual([]);
    const answer = await township.get(`/api/find?q=${"a".repeat(41)}`);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ field: "q" });
  });
});
