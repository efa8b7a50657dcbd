/** A point keeps what its sender said of it; what looks at it looks at where it lies. */
import { describe, expect, it } from "vitest";
import { fromWgs84 } from "../../geo/datum.ts";
import { metresBetween } from "../../geo/near.ts";
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import type { NearAnswer } from "../../server/domain/linking/answers.ts";
import type { LocateAnswer, MapCasesAnswer } from "../../server/domain/mapAnswers.ts";
import type { ProblemAnswer } from "../../server/domain/ruleAnswers.ts";
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

describe("a point that lies in no cell", () => {
  const asked = async (point: object) => {
    const answer = await (await openHouse()).nobody.post("/api/locate", { point });
    return { status: answer.status, body: (await answer.json()) as LocateAnswer & ProblemAnswer };
  };
  const cell = { code: "371122001001001", name: "城阳一组" };

  it("is answered with the point that was meant where latitude stands first", async () => {
    const { status, body } = await asked({ lng: spot.lat, lat: spot.lng, accuracy: 8 });
    expect([status, body.code, body.field]).toEqual([422, "badValue", "point.lat"]);
    expect(body.correction).toEqual({ kind: "swapped", point: spot, cell, stated: { ...spot, accuracy: 8 } });
  });

  it("is answered with the point that was meant where a map service's was given as a GPS one", async () => {
    const rim = { lng: 118.9995, lat: 35.6 };
    const shifted = fromWgs84(rim, "gcj02");
    const { status, body } = await asked(shifted);
    expect([status, body.placement.kind, body.fault]).toEqual([200, "outside", "gcj02"]);
    expect(body.correction).toMatchObject({
      kind: "gcj02",
      cell: { code: "371122001001002" },
      stated: { ...shifted, datum: "gcj02" },
    });
    expect(body.correction && metresBetween(body.correction.point, rim)).toBeLessThan(0.01);
  });

  it.each([
    ["zero", { lng: 0, lat: 0 }],
    ["abroad", { lng: 139.7, lat: 35.7 }],
    ["far", { lng: 120.15, lat: 30.28 }],
    ["beside", { lng: 118.7, lat: 35.6 }],
  ])("is told as %s, with nothing to offer, where nothing puts it right", async (fault, point) => {
    expect((await asked(point)).body).toMatchObject({ fault, correction: null });
  });

  it("is refused without an offer where exchanging does not help, and has no fault where it lies in a cell", async () => {
    const beyond = await asked({ lng: 12, lat: 118.83 });
    expect([beyond.status, beyond.body.correction]).toEqual([422, undefined]);
    expect((await asked(spot)).body).toMatchObject({ fault: null, correction: null });
  });
});
