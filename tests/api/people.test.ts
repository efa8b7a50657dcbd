import { describe, expect, it } from "vitest";
import type { PersonRow } from "../../server/domain/peopleAnswers.ts";
import { setupToken } from "../../server/setup.ts";
import { openHouse } from "../support/app.ts";

interface NewPerson {
  readonly person: PersonRow;
  readonly password: string;
}

const newcomer = { username: "xinren", name: "新人", role: "department", unit: "SW" };

describe("an administrator", () => {
  it("adds an account whose first password is said once", async () => {
    const house = await openHouse();
    const admin = await house.as("admin");
    const added = await admin.post("/api/people", newcomer);
    expect(added.status).toBe(201);
    const { password } = (await added.json()) as NewPerson;
    const signedIn = await house.nobody.post("/api/session", { username: "xinren", password });
    expect(await signedIn.json()).toMatchObject({
      account: { role: "department" },
      unit: { name: "水务局" },
      duty: "choosePassword",
    });
    expect(await (await admin.get("/api/people")).text()).not.toContain(password);
    expect((await admin.post("/api/people", newcomer)).status).toBe(409);
  });

  it("gives a new password, which ends every session of the old one", async () => {
    const house = await openHouse();
    const [admin, lights] = [await house.as("admin"), await house.as("lights")];
    const reset = await admin.post("/api/people/lights-1/password", {});
    expect((await lights.get("/api/session")).status).toBe(401);
    const { password } = (await reset.json()) as NewPerson;
    expect((await house.nobody.post("/api/session", { username: "lights", password })).status).toBe(200);
  });

  it("cannot lock the last door behind themselves", async () => {
    const house = await openHouse();
    const admin = await house.as("admin");
    expect((await admin.post("/api/people/admin-1/disable", { disabled: true })).status).toBe(422);
  });

  const faults: readonly (readonly [string, Record<string, unknown>, string])[] = [
    ["a department without a unit", { unit: null }, "unit"],
    ["a unit that does not exist", { unit: "NONE" }, "unit"],
    ["a grid worker without cells", { role: "gridWorker", unit: "371122001" }, "cells"],
    ["a cell that does not exist", { role: "gridWorker", unit: "371122001", cells: ["1"] }, "cells"],
    ["a role that does not exist", { role: "root" }, "role"],
    ["a name for signing in with capitals", { username: "Root" }, "username"],
    ["a password of one's own choice", { password: "1" }, "password"],
  ];
  it.each(faults)("cannot add %s", async (_, changes, field) => {
    const house = await openHouse();
    const answer = await (await house.as("admin")).post("/api/people", { ...newcomer, ...changes });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ field });
  });
});

describe("the first start of a real county", () => {
  it("has no set-up once there is an account", async () => {
    const house = await openHouse();
    expect(await setupToken(house.store)).toBeNull();
    const first = { token: "x", username: "guanli", name: "管理员", password: "long enough a phrase" };
    expect((await house.nobody.post("/api/setup", first)).status).toBe(404);
  });

  it("makes one administrator by the printed link, once", async () => {
    const house = await openHouse({ people: false });
    const token = await setupToken(house.store);
    const first = { token, username: "guanli", name: "管理员", password: "long enough a phrase" };
    expect((await house.nobody.post("/api/setup", { ...first, token: "guess" })).status).toBe(404);
    expect((await house.nobody.post("/api/setup", { ...first, password: "short" })).status).toBe(422);
    const both = [first, { ...first, username: "another" }].map((sent) =>
      house.nobody.post("/api/setup", sent),
    );
    const statuses = (await Promise.all(both)).map((answer) => answer.status);
    expect(statuses.sort((a, b) => a - b)).toEqual([204, 404]);
    const late = await house.nobody.post("/api/setup", { ...first, username: "second" });
    expect(await late.json()).toMatchObject({ status: 404, code: "spentLink" });
    const signedIn = await house.nobody.post("/api/session", {
      username: "guanli",
      password: "long enough a phrase",
    });
    expect(await signedIn.json()).toMatchObject({ account: { role: "admin" } });
  });
});

describe("demo accounts", () => {
  it("are offered in demo mode only", async () => {
    expect((await (await openHouse({ demo: false })).nobody.get("/api/demo")).status).toBe(404);
    const demo = await (await openHouse({ demo: true })).nobody.get("/api/demo");
    expect(await demo.json()).toMatchObject({ password: "huying-demo" });
  });
});

describe("reference data", () => {
  it("names the years whose holidays are not announced", async () => {
    const house = await openHouse();
    const answer = (await (await house.nobody.get("/api/reference")).json()) as { calendar: unknown };
    expect(answer.calendar).toMatchObject({ notAnnounced: [], years: [{ year: 2026, status: "confirmed" }] });
  });
});
