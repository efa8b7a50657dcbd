/** Every table, written once for both databases; `npm run db:generate` makes both sets of migrations from it. */
import type { Kit } from "./kit.ts";
import { retentionTables } from "./tables/retention.ts";
import { securityTables } from "./tables/security.ts";
import { callTables } from "./tables/calls.ts";
import { caseTables } from "./tables/cases.ts";
import { countyTables } from "./tables/county.ts";
import { emergencyTables } from "./tables/emergency.ts";
import { evaluationTables } from "./tables/evaluation.ts";
import { gridTables } from "./tables/grid.ts";
import { houseTables } from "./tables/house.ts";
import { learningTables } from "./tables/learning.ts";
import { peopleTables } from "./tables/people.ts";
import { placeNameTables } from "./tables/placeNames.ts";
import { phraseTables } from "./tables/phrases.ts";
import { placeTables } from "./tables/places.ts";
import { recordTables } from "./tables/record.ts";
import { shiftTables } from "./tables/shifts.ts";

export function defineTables(k: Kit) {
  return {
    ...caseTables(k),
    ...peopleTables(k),
    ...houseTables(k),
    ...gridTables(k),
    ...callTables(k),
    ...evaluationTables(k),
    ...emergencyTables(k),
    ...learningTables(k),
    ...placeTables(k),
    ...recordTables(k),
    ...securityTables(k),
    ...retentionTables(k),
    ...placeNameTables(k),
    ...shiftTables(k),
    ...countyTables(k),
    ...phraseTables(k),
  };
}

export type Tables = ReturnType<typeof defineTables>;
