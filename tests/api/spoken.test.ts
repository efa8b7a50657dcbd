import { describe, expect, it } from "vitest";
import type { Gazetteer } from "../../geo/places/place.ts";
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import { openHouse, reported } from "../support/app.ts";

const village = {
  kind: "village",
  name: "前果庄村村委会",
  aliases: [],
  townshipCode: "371122102",
  communityCode: "371122102001",
  cellCode: "371122102001001",
  point: { lng: 118.82, lat: 35.7 },
} as const;

const gazetteer: Gazetteer = {
  above: ["莒县"],
  places: [
    { kind: "township", name: "招贤镇", aliases: [], townshipCode: "371122102", point: village.point },
    { kind: "township", name: "城阳街道", aliases: [], townshipCode: "371122001", point: village.point },
    village,
  ],
  roads: [],
};

const spoken = { channel: "public", point: null, text: "路灯不亮" };

describe("a report with an address and no coordinates", () => {
  it("goes to the cell that the address settles, and says so on the desk", async () => {
    const house = await openHouse({ gazetteer });
    const answer = await reported(house.nobody, { ...spoken, address: "莒县招贤镇前果庄村委会对面" });
    expect(answer.cell?.code).toBe(village.cellCode);
    expect(answer.holder?.code).toBe("371122102");
    expect(answer.desk).toContain("spokenPlace");
    expect(answer.placement).toMatchObject({ kind: "spoken", rule: "spokenPlace", point: village.point });
  });

  it("goes to the township's desk when the address says no more", async () => {
    const house = await openHouse({ gazetteer });
    const answer = await reported(house.nobody, { ...spoken, address: "招贤镇政府门口" });
    expect(answer.cell).toBeNull();
    expect(answer.holder?.code).toBe("371122102");
    expect(answer.desk).toContain("spokenPlace");
  });

  it("is left to the county's desk with the guess beside it when a name was only sounded", async () => {
    const house = await openHouse({ gazetteer });
    const answer = await reported(house.nobody, { ...spoken, address: "钱果庄村" });
    expect(answer.cell).toBeNull();
    expect(answer.desk).toContain("unplaced");
    expect(answer.desk).not.toContain("spokenPlace");
    expect(answer.placement).toMatchObject({ code: "", guesses: [{ code: village.cellCode }] });
  });

  it("reads the text when there is no address", async () => {
    const house = await openHouse({ gazetteer });
    const answer = await reported(house.nobody, { ...spoken, text: "前果庄村路灯不亮" });
    expect(answer.cell?.code).toBe(village.cellCode);
  });

  it("trusts coordinates before words", async () => {
    const house = await openHouse({ gazetteer });
    const point = { lng: 118.83, lat: 35.58 };
    const answer = await reported(house.nobody, { ...spoken, point, address: "招贤镇前果庄村" });
    expect(answer.cell?.code).toBe("371122001001001");
  });
});

describe("the map", () => {
  it("shows no pin for a place of which the words settle nothing", async () => {
    const house = await openHouse({ gazetteer });
    const { id } = await reported(house.nobody, { ...spoken, address: "钱果庄村" });
    const centre = await house.as("centre");
    const answer = (await (await centre.get(`/api/cases/${id}`)).json()) as CaseAnswer;
    expect(answer.point).toBeNull();
    expect(answer.placement?.kind).toBe("spoken");
  });
});
