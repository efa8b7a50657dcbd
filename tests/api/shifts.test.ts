import { describe, expect, it } from "vitest";
import type { Cell } from "../../geo/cell.ts";
import { fromWgs84 } from "../../geo/datum.ts";
import type { Gazetteer, Place } from "../../geo/places/place.ts";
import { metresBetween } from "../../geo/near.ts";
import type { Point } from "../../geo/point.ts";
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import type { ShiftDoneAnswer, ShiftsAnswer } from "../../server/domain/shift/answers.ts";
import type { AnalysisRules } from "../../server/domain/analysis/rules.ts";
import { DAY, wallClock } from "../../server/domain/time.ts";
import { cells, type Client, type House, moved, openHouse, reported } from "../support/app.ts";
import { at } from "../support/calendar.ts";
import { smallReference } from "../support/reference.ts";

const east = "371122001001002";
const west = "371122001001001";

/** Clinics in a row just west of the border at 118.9: the shift of GCJ-02 carries each over it. */
const clinics: readonly Place[] = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛"].map((name, index) => ({
  kind: "landmark",
  name: `${name}子卫生院`,
  aliases: [],
  townshipCode: west.slice(0, 9),
  cellCode: west,
  point: { lng: 118.897, lat: 35.57 + index * 0.005 },
}));
const gazetteer: Gazetteer = { above: ["莒县"], places: clinics, roads: [] };

const sentBy = async (client: Client, channel: string, sent: (spot: Point) => Record<string, unknown>) =>
  await Promise.all(
    clinics.map(async ({ name, point }, index) => {
      const body = { channel, address: name, text: `第${index}盏路灯不亮`, point: sent(point) };
      return (await reported(client, body)).id;
    }),
  );

async function shifts(client: Client): Promise<ShiftsAnswer> {
  return (await (await client.get("/api/shifts")).json()) as ShiftsAnswer;
}

async function done(client: Client, path: string, body: unknown): Promise<ShiftDoneAnswer> {
  const answer = await client.post(path, body);
  if (answer.status !== 200) throw new Error(`Got ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as ShiftDoneAnswer;
}

async function caseOf(client: Client, id: string): Promise<CaseAnswer> {
  return (await (await client.get(`/api/cases/${id}`)).json()) as CaseAnswer;
}

/** A township's phone sends what its map shows, in GCJ-02, as if it were WGS-84. */
async function shiftedHouse(
  reference = smallReference,
): Promise<{ house: House; centre: Client; ids: readonly string[] }> {
  const house = await openHouse({ gazetteer, reference });
  const township = await house.as("township");
  const ids = await sentBy(township, "township", (spot) => ({
    ...fromWgs84(spot, "gcj02"),
    source: "satellite",
  }));
  return { house, centre: await house.as("centre"), ids };
}

/** A county that chose otherwise. */
function choosing(shift: Partial<AnalysisRules["shift"]>): typeof smallReference {
  const { analysis } = smallReference;
  return { ...smallReference, analysis: { ...analysis, shift: { ...analysis.shift, ...shift } } };
}

const gcj = { kind: "datum", datum: "gcj02" } as const;
const source = { kind: "device", key: "town-1" } as const;
const order = { source, cause: gcj, reason: "手机设置错误，统一换算", dryRun: false };

describe("a device whose points are all off", () => {
  it("is found with how far, what it probably is and the points that show it", async () => {
    const { centre } = await shiftedHouse();
    const { rows } = await shifts(centre);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ source, name: "王township", cases: 8, pairs: 8 });
    expect(rows[0]?.shift).toMatchObject({ cause: gcj, affected: 8 });
    expect(rows[0]?.shift?.sentence).toMatch(
      /整体向东偏约 \d{3} 米，像是把 GCJ-02.*当成了 WGS-84.*8 件对得上/,
    );
    const [first] = rows[0]?.shift?.evidence ?? [];
    expect(first && metresBetween(first.was, first.known)).toBeGreaterThan(400);
  });

  it("is looked at as many days back as the county says", async () => {
    const { house } = await shiftedHouse(choosing({ days: 3 }));
    house.clock.advance(2 * DAY);
    expect(await shifts(await house.as("centre"))).toMatchObject({ days: 3, rows: [{ cases: 8 }] });
    house.clock.advance(2 * DAY);
    expect(await shifts(await house.as("centre"))).toMatchObject({ days: 3, rows: [] });
  });

  it("is said to be moved on trial, and nothing is", async () => {
    const { house, centre, ids } = await shiftedHouse();
    const trial = await done(centre, "/api/shifts", { ...order, dryRun: true });
    expect(trial).toMatchObject({ batch: null, cases: 8, cells: 8, townships: 0, skipped: 0 });
    expect(trial.rows[0]).toMatchObject({ from: { code: east }, to: { code: west } });
    expect((await caseOf(centre, ids[0] ?? "")).cell?.code).toBe(east);
    expect(await house.store.shifts.batches(10)).toEqual([]);
  });

  it("is corrected case by case with batch and reason, and taken back whole", async () => {
    const { house, centre, ids } = await shiftedHouse();
    const before = await Promise.all(ids.map((id) => house.store.cases.byId(id)));
    const { batch } = await done(centre, "/api/shifts", order);
    const found = await caseOf(centre, ids[0] ?? "");
    expect(found).toMatchObject({ cell: { code: west }, sentPoint: { datum: "gcj02", source: "satellite" } });
    expect(found.earlierPlaces).toMatchObject([{ cell: { code: east } }]);
    expect(found.history.at(-1)).toMatchObject({
      action: "shift",
      facts: { batch, wasCell: east, cellCode: west },
      words: { note: order.reason },
    });
    expect(
      found.placement && metresBetween(found.placement.point, clinics[0]?.point ?? { lng: 0, lat: 0 }),
    ).toBeLessThan(1);
    const after = await shifts(centre);
    expect(after.rows).toEqual([]);
    expect(after.batches).toMatchObject([
      { id: batch, cases: 8, reason: order.reason, by: "王centre", undone: null },
    ]);
    const undone = await done(centre, `/api/shifts/${batch}/undo`, { reason: "改错了", dryRun: false });
    expect(undone).toMatchObject({ cases: 8, cells: 8, skipped: 0 });
    for (const [index, id] of ids.entries()) {
      const now = await house.store.cases.byId(id);
      expect(now?.point).toEqual(before[index]?.point);
      expect(now?.placement).toEqual(before[index]?.placement);
      expect(now?.holder).toEqual(before[index]?.holder);
    }
    expect((await shifts(centre)).rows[0]?.shift?.affected).toBe(8);
    expect((await shifts(centre)).batches[0]?.undone).toMatchObject({ by: "王centre", reason: "改错了" });
    expect((await centre.post(`/api/shifts/${batch}/undo`, { reason: "再", dryRun: false })).status).toBe(
      409,
    );
    expect((await house.store.verify()).faults).toEqual([]);
  });

  it("leaves alone what a person has placed, before the batch and after it", async () => {
    const { house, centre, ids } = await shiftedHouse();
    const township = await house.as("township");
    const [byHand = "", later = ""] = ids;
    await moved(township, byHand, { action: "place", point: { lng: 118.85, lat: 35.6 } });
    const { batch, cases } = await done(centre, "/api/shifts", order);
    expect(cases).toBe(7);
    expect((await caseOf(centre, byHand)).point).toEqual({ lng: 118.85, lat: 35.6 });
    await moved(township, later, { action: "place", point: { lng: 118.86, lat: 35.6 } });
    const undone = await done(centre, `/api/shifts/${batch}/undo`, { reason: "撤", dryRun: false });
    expect(undone).toMatchObject({ cases: 6, skipped: 1 });
    expect((await caseOf(centre, later)).point).toEqual({ lng: 118.86, lat: 35.6 });
  });

  it("offers the right pin in each case, to accept with one tap", async () => {
    const { house, centre, ids } = await shiftedHouse();
    await shifts(centre);
    const township = await house.as("township");
    const { shiftOffer, moves } = await caseOf(township, ids[2] ?? "");
    expect(
      shiftOffer?.spot && metresBetween(shiftOffer.spot, clinics[2]?.point ?? { lng: 0, lat: 0 }),
    ).toBeLessThan(1);
    expect(moves.map(({ action }) => action)).toContain("place");
    const placed = await moved(township, ids[2] ?? "", { action: "place", point: shiftOffer?.point });
    expect(placed).toMatchObject({ cell: { code: west }, shiftOffer: null });
  });

  it("follows the cell with what nobody has sent out yet, and leaves what a unit has in hand", async () => {
    const { house, centre, ids } = await shiftedHouse();
    const township = await house.as("township");
    const [sent = ""] = ids;
    await moved(township, sent, { action: "file", itemCode: "020101" });
    await moved(township, sent, { action: "dispatch", unit: "LD" });
    await done(centre, "/api/shifts", order);
    const found = await house.store.cases.byId(sent);
    expect(found).toMatchObject({
      state: "dispatched",
      holder: "LD",
      leadUnit: "LD",
      cellCode: west,
      desk: [],
    });
  });
});

/** One phone: right for 100 days, in GCJ-02 for 20, right again for 10; every day the next clinic. */
async function brokenForAWhile(): Promise<{ house: House; centre: Client; ids: readonly string[] }> {
  const house = await openHouse({ gazetteer });
  const township = await house.as("township");
  const ids: string[] = [];
  for (let day = 0; day < 130; day += 1) {
    const clinic = clinics[day % clinics.length];
    if (!clinic) throw new Error("No clinic");
    const isOff = day >= 100 && day < 120;
    const point = { ...(isOff ? fromWgs84(clinic.point, "gcj02") : clinic.point), source: "satellite" };
    const body = { channel: "township", address: clinic.name, text: `第${day}盏路灯不亮`, point };
    ids.push((await reported(await signedInAgain(house, township, day), body)).id);
    house.clock.advance(DAY);
  }
  return { house, centre: await house.as("centre"), ids };
}

/** A session lasts a week at most. */
async function signedInAgain(house: House, township: Client, day: number): Promise<Client> {
  return day === 0 ? township : await house.as("township");
}

describe("a device that was right before it broke and is right again", () => {
  it("is found with the days on which it was off, and only those are moved and taken back", async () => {
    const { house, centre, ids } = await brokenForAWhile();
    const begin = at("2026-03-10 09:00");
    const [row] = (await shifts(centre)).rows;
    const window = { from: begin + 100 * DAY, until: begin + 119 * DAY };
    expect(row).toMatchObject({ cases: 130 });
    expect(row?.shift).toMatchObject({
      cause: gcj,
      window,
      neighbours: { before: begin + 99 * DAY, after: begin + 120 * DAY },
      affected: 20,
      left: 110,
    });
    const before = await Promise.all(ids.map((id) => house.store.cases.byId(id)));
    const trial = await done(centre, "/api/shifts", { ...order, dryRun: true });
    expect(trial).toMatchObject({ batch: null, cases: 20, left: 110, window });
    const { batch, cases } = await done(centre, "/api/shifts", order);
    expect(cases).toBe(20);
    for (const [day, id] of ids.entries()) {
      const now = await house.store.cases.byId(id);
      if (day >= 100 && day < 120) expect(now?.cellCode, `day ${day}`).toBe(west);
      else expect(now, `day ${day}`).toEqual(before[day]);
    }
    const { history } = await caseOf(centre, ids[105] ?? "");
    expect(history.find(({ action }) => action === "shift")).toMatchObject({
      facts: { batch, shiftFrom: window.from, shiftUntil: window.until },
    });
    const after = await shifts(centre);
    expect(after.rows).toEqual([]);
    expect(after.batches).toMatchObject([{ id: batch, cases: 20, window }]);
    await done(centre, `/api/shifts/${batch}/undo`, { reason: "改错了", dryRun: false });
    for (const [day, id] of ids.entries()) {
      const now = await house.store.cases.byId(id);
      expect([now?.point, now?.placement, now?.holder, now?.cellCode], `day ${day}`).toEqual([
        before[day]?.point,
        before[day]?.placement,
        before[day]?.holder,
        before[day]?.cellCode,
      ]);
    }
    expect((await house.store.verify()).faults).toEqual([]);
  });

  it("is corrected for other days where somebody chooses them, and the rest is found again", async () => {
    const { centre, ids } = await brokenForAWhile();
    const days = { from: dayAfter(100), to: dayAfter(107) };
    expect(await done(centre, "/api/shifts", { ...order, window: days, dryRun: true })).toMatchObject({
      cases: 8,
      left: 122,
    });
    await done(centre, "/api/shifts", { ...order, window: days });
    expect((await caseOf(centre, ids[99] ?? "")).earlierPlaces).toEqual([]);
    expect((await caseOf(centre, ids[107] ?? "")).earlierPlaces).toHaveLength(1);
    expect((await caseOf(centre, ids[108] ?? "")).earlierPlaces).toEqual([]);
    expect((await shifts(centre)).rows[0]?.shift).toMatchObject({ affected: 12, left: 110 });
    const wider = { from: dayAfter(98), to: dayAfter(121) };
    expect(await done(centre, "/api/shifts", { ...order, window: wider, dryRun: true })).toMatchObject({
      cases: 16,
      left: 106,
    });
    const refused = await centre.post("/api/shifts", {
      ...order,
      window: { from: "2020-01-01", to: days.to },
    });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toMatch(/偏移时段的开始日.*2020-01-01.*应为.*之间的日期/);
  });
});

function dayAfter(days: number): string {
  return wallClock(at("2026-03-10 09:00") + days * DAY).slice(0, 10);
}

/** A house in the far west, where exchanged points pass the door: both numbers could be either. */
async function exchangedHouse(reference = smallReference): Promise<House> {
  const [cell] = cells;
  if (!cell) throw new Error("No cell");
  const urumqi = [
    [
      [
        [87.5, 43.7],
        [87.7, 43.7],
        [87.7, 43.9],
        [87.5, 43.9],
      ],
    ],
  ] as Cell["rings"];
  const house = await openHouse({ gazetteer, reference, cells: [{ ...cell, rings: urumqi }] });
  const right = clinics.map((_, index) => ({ lng: 87.55 + index * 0.01, lat: 43.8 }));
  for (const { lng, lat } of right)
    await reported(house.nobody, {
      channel: "public",
      text: `路灯不亮${lng}`,
      point: { lng: lat, lat: lng },
    });
  return house;
}

describe("other sources", () => {
  it("are found with latitude and longitude exchanged, where the west lets such points through the door", async () => {
    const house = await exchangedHouse();
    const centre = await house.as("centre");
    const [row] = (await shifts(centre)).rows;
    expect(row).toMatchObject({
      source: { kind: "channel", key: "public" },
      shift: { cause: { kind: "swapped" }, metres: null, affected: 8 },
    });
    expect(row?.shift?.sentence).toBe("8 件的坐标落在县外，对调经度和纬度后都在县内，像是写反了");
    const swapped = { source: row?.source, cause: row?.shift?.cause, reason: "对调", dryRun: false };
    expect(await done(centre, "/api/shifts", swapped)).toMatchObject({ cases: 8, cells: 8, townships: 8 });
    const { rows } = await shifts(centre);
    expect(rows).toMatchObject([{ shift: null }]);
  });

  it("are left alone as long as fewer points are exchanged than the county says", async () => {
    const house = await exchangedHouse(choosing({ fewestSwapped: 9 }));
    expect((await shifts(await house.as("centre"))).rows).toMatchObject([{ cases: 8, shift: null }]);
  });

  it("are refused at the door with the exchange named where the latitude could be none", async () => {
    const house = await openHouse();
    const body = { id: "swapped-1", text: "路灯不亮", channel: "public", point: { lng: 35.58, lat: 118.83 } };
    const refused = await house.nobody.post("/api/reports", body);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("经度和纬度可能写反了");
  });

  it("are no persons whose device is as it should be", async () => {
    const house = await openHouse({ gazetteer });
    await sentBy(await house.as("township"), "township", (spot) => ({ ...spot, source: "satellite" }));
    await sentBy(house.nobody, "public", (spot) => ({ ...spot, source: "satellite" }));
    const { rows } = await shifts(await house.as("centre"));
    expect(rows).toMatchObject([
      { source: { kind: "channel", key: "public" }, cases: 8, pairs: 8, shift: null },
    ]);
  });

  it("are for the centre and the administrator, and a finding that is gone is refused", async () => {
    const { house, centre } = await shiftedHouse();
    for (const staff of ["gridWorker", "township", "lights", "leader"] as const)
      expect((await (await house.as(staff)).get("/api/shifts")).status, staff).toBe(403);
    const other = await centre.post("/api/shifts", { ...order, cause: { kind: "swapped" } });
    expect(other.status).toBe(409);
    expect((await centre.post("/api/shifts", { ...order, reason: " " })).status).toBe(422);
  });
});
