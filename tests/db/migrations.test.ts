import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { migrationsFolder } from "../../db/migrations.ts";

describe("the migrations of the two databases", () => {
  it("have the same names in the same order", () => {
    expect(namesOf("sqlite")).toEqual(namesOf("pg"));
  });
});

function namesOf(engine: "sqlite" | "pg"): readonly string[] {
  const journal: unknown = JSON.parse(
    readFileSync(join(migrationsFolder(engine), "meta", "_journal.json"), "utf8"),
  );
  return (journal as { entries: readonly { tag: string }[] }).entries.map((entry) => entry.tag);
}
