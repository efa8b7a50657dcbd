import { describe, expect, it } from "vitest";
import type { SubjectAnswer } from "../../server/domain/county/answers.ts";
import type { ContactsAnswer } from "../../server/domain/contacts.ts";
import { type Client, type House, openHouse } from "../support/app.ts";
import { reference } from "../support/county.ts";

interface Row {
  readonly code: string;
}

/** The lamp office and one township with these members. */
async function drafted(admin: Client, change: Readonly<Record<string, string>>): Promise<SubjectAnswer> {
  const { body, draft } = (await (await admin.get("/api/county/units")).json()) as SubjectAnswer;
  const file = body["departments.json"] as { readonly units: readonly Row[] };
  const put = (rows: readonly Row[], code: string) =>
    rows.map((row) => (row.code === code ? { ...row, ...change } : row));
  const changed = {
    "departments.json": { ...file, units: put(file.units, "LD") },
    "townships.json": put(body["townships.json"] as readonly Row[], "371122001"),
  };
  const sent = { revision: draft?.revision ?? null, body: changed };
  return (await (await admin.post("/api/county/units/draft", sent)).json()) as SubjectAnswer;
}

const contacts = async (house: House) =>
  ((await (await (await house.as("gridWorker")).get("/api/contacts")).json()) as ContactsAnswer).rows;

describe("whom to ask for at a unit", () => {
  it("is filled in by the administrator and read by everybody who is signed in, by nobody else", async () => {
    const house = await openHouse({ reference });
    const admin = await house.as("admin");
    expect(await contacts(house)).toEqual([]);
    const { draft } = await drafted(admin, { contactName: "值班室", contactPhone: "0633-6222345-8012" });
    expect(draft?.faults).toEqual([]);
    const publish = { revision: draft?.revision, validFrom: "2026-03-10", note: "" };
    expect((await admin.post("/api/county/units/publish", publish)).status).toBe(200);
    expect(await contacts(house)).toEqual(
      ["LD", "371122001"].map((code) => ({ code, name: "值班室", phone: "0633-6222345-8012" })),
    );
    expect((await house.nobody.get("/api/contacts")).status).toBe(401);
    const open = await (await house.nobody.get("/api/reference")).text();
    expect([open.includes("0633-6222345"), open.includes("值班室")]).toEqual([false, false]);
  });

  it.each([
    ["contactPhone", "13800138000", "不填个人手机号"],
    ["contactPhone", "138 0013 8000", "不填个人手机号"],
    ["contactPhone", "6222345转8012", "形如 0633-6222345"],
    ["contactName", "张三 0633-6222345", "号码填在联系电话里"],
    ["contactName", "一".repeat(21), "不超过 20 个字"],
  ])("is refused in plain words: %s %s", async (field, value, expected) => {
    const house = await openHouse({ reference });
    const { draft } = await drafted(await house.as("admin"), { [field]: value });
    expect(draft?.faults[0]).toMatchObject({ given: value, grave: true });
    expect(draft?.faults[0]?.expected).toContain(expected);
  });

  it.each(["0633-6222345", "010-65881234", "400-123-4567", "12345", "110"])("may be %s", async (phone) => {
    const house = await openHouse({ reference });
    const { draft } = await drafted(await house.as("admin"), { contactPhone: phone });
    expect(draft?.faults).toEqual([]);
  });
});
