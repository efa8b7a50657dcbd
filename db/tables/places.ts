/** What stands in the county, who lives there, and what analysis found: components, sites, people per cell, findings. */
import { sql } from "drizzle-orm";
import type { ComponentState } from "../../server/domain/component/component.ts";
import type { Finding, FindingKind, FindingState } from "../../server/domain/analysis/finding.ts";
import type { SiteKind } from "../../server/domain/surroundings/site.ts";
import type { Kit } from "../kit.ts";

export function placeTables(k: Kit) {
  const components = k.table(
    "components",
    {
      code: k.key().primaryKey(),
      classCode: k.key().notNull(),
      name: k.text().notNull(),
      owner: k.key(),
      unit: k.key(),
      cellCode: k.key(),
      lng: k.real().notNull(),
      lat: k.real().notNull(),
      state: k.key<ComponentState>().notNull(),
      source: k.text().notNull(),
      updatedAt: k.instant().notNull(),
    },
    (t) => [
      k.index("components_cell").on(t.cellCode),
      k.index("components_lat").on(t.lat, t.lng),
      k.index("components_class").on(t.classCode, t.code),
    ],
  );

  /** 敏感场所、避难场所: schools, hospitals, chemical stores, shelters. */
  const sites = k.table("sites", {
    id: k.key().primaryKey(),
    kind: k.key<SiteKind>().notNull(),
    name: k.text().notNull(),
    lng: k.real().notNull(),
    lat: k.real().notNull(),
    /** How many people are there or find room there; NULL where nobody counted. */
    people: k.int(),
    /** 值班电话 of the place itself, never of a person. */
    phone: k.text(),
    source: k.text().notNull(),
  });

  /** 网格人口: residents of each cell. */
  const cellPeople = k.table("cell_people", {
    cellCode: k.key().primaryKey(),
    people: k.int().notNull(),
    source: k.text().notNull(),
  });

  /** 研判: what analysis found, and what people made of it. Never deleted: a dismissal is kept with its reason. */
  const findings = k.table(
    "findings",
    {
      id: k.key().primaryKey(),
      kind: k.key<FindingKind>().notNull(),
      state: k.key<FindingState>().notNull(),
      townshipCode: k.key(),
      firstAt: k.instant().notNull(),
      lastAt: k.instant().notNull(),
      body: k.json<Finding>().notNull(),
      /** Dismissed or turned into a task: by whom, when, why. */
      decidedBy: k.key(),
      decidedAt: k.instant(),
      reason: k.key(),
      note: k.text(),
      taskCase: k.key(),
    },
    (t) => [
      k
        .index("findings_open")
        .on(t.townshipCode)
        .where(sql`${t.state} = 'open'`),
    ],
  );

  return { components, sites, cellPeople, findings };
}
