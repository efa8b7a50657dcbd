/** A point keeps what its sender said of it; what looks at it looks at where it lies. */
import { describe, expect, it } from "vitest";
import { fromWgs84 } from "../../geo/datum.ts";
import { metresBetween } from "../../geo/near.ts";
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import type { NearAnswer } from "../../server/domain/linking/answers.ts";
import type { LocateAnswer, MapCasesAnswer } from "../../server/domain/mapAnswers.ts";
import { openHouse, reported } from "../support/app.ts";

const spot = { lng: 118.83, lat: 35.58 };
/** 500 m to the east: by itself it would lie in another cell, or in none. */
const sent = { ...fromWgs84(spot, "gcj02"), datum: "gcj02", accuracy: 8, source: "satellite" } as const;

describe("a phone's point in the datum of a map service", () => {
  it("is kept as it was sent, and lies where it means", async () => {
    const house = await openHouse();
    const worker = await house.as("gridWorker");
    const { id } = await reported(worker, { point: sent });
    const found = (await (await worker.get(`/api/cases/${id}`)).json()) as CaseAnswer;
    expect(found.sentPoint).toEqual(sent);
    expect(found.placement).toMatchObject({ datum: "gcj02" });
    expect(found.placement && metresBetween(found.placement.point, spot)).toBeLessThan(0.01);
    expect(found.point && metresBetween(found.point, spot)).toBeLessThan(0.01);
  });

  it("stands on the map where it means", async () => {
    const house = await openHouse();
    const worker = await house.as("gridWorker");
    await reported(worker, { point: sent });
    const box = "118.8299,35.5799,118.8301,35.5801";
    const { rows } = (await (await worker.get(`/api/map/cases?box=${box}`)).json()) as MapCasesAnswer;
    expect(rows).toHaveLength(1);
  });

  it("is one with what a GPS reported from the same place", async () => {
    const house = await openHouse();
    const worker = await house.as("gridWorker");
    const { id } = await reported(worker, { point: sent });
    const asked = { text: "振兴路路灯不亮", point: spot, itemCode: "020101" };
    const near = (await (await worker.post("/api/near", asked)).json()) as NearAnswer;
    expect(near.rows).toMatchObject([{ id, metres: 0 }]);
  });

  it("is placed by the preview as the report will be", async () => {
    const house = await openHouse();
    const placed = async (point: object) =>
      (await (await house.nobody.post("/api/locate", { point })).json()) as LocateAnswer;
    const [stated, plain] = [await placed(sent), await placed(spot)];
    expect(stated.cell).toEqual(plain.cell);
  });
});
