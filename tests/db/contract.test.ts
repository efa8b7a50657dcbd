/** What the store promises, asked of every database in the same words. */
import { afterAll, beforeAll, describe } from "vitest";
import { availableEngines, type Opened } from "../support/engines.ts";
import { describeAssignments } from "./contract/assignments.ts";
import { describeCalls, describeCallVerify } from "./contract/calls.ts";
import { describeCases } from "./contract/cases.ts";
import { describeClocks } from "./contract/clocks.ts";
import { describeCommit } from "./contract/commit.ts";
import { describeCounty } from "./contract/county.ts";
import { describeComponents } from "./contract/components.ts";
import { describeEmergency } from "./contract/emergency.ts";
import { describeEvaluation } from "./contract/evaluation.ts";
import { describeFindings } from "./contract/findings.ts";
import { describeGrid } from "./contract/grid.ts";
import { describeHistory, describeVerify } from "./contract/history.ts";
import { describeHouse } from "./contract/house.ts";
import { describeHeld } from "./contract/held.ts";
import { describeLearning } from "./contract/learning.ts";
import { describePeople } from "./contract/people.ts";
import { describeLinking } from "./contract/linking.ts";
import { describePhrases } from "./contract/phrases.ts";
import { describePlaces } from "./contract/places.ts";
import { describePrecedents } from "./contract/precedents.ts";
import { describeSecrets } from "./contract/secrets.ts";
import { describeRetention, describeRetentionVerify } from "./contract/retention.ts";
import { describeSecurity, describeSecurityVerify } from "./contract/security.ts";
import { describeRecord } from "./contract/record.ts";
import { describeShifts } from "./contract/shifts.ts";
import { describeStats } from "./contract/stats.ts";
import { describeSuccessions } from "./contract/successions.ts";
import { describeSums } from "./contract/sums.ts";
import { describeSupervision } from "./contract/supervision.ts";
import { describeWords } from "./contract/words.ts";

for (const engine of await availableEngines()) {
  describe(`a store on ${engine.name}`, () => {
    let opened: Opened | null = null;
    const current = (): Opened => {
      if (!opened) throw new Error("The store is not open yet.");
      return opened;
    };
    beforeAll(async () => {
      opened = await engine.open();
    });
    afterAll(async () => {
      await opened?.close();
    });

    describeCommit(current);
    describeCases(current);
    describeAssignments(current);
    describeHistory(current);
    describeClocks(current);
    describePeople(current);
    describeHouse(current);
    describeGrid(current);
    describeLearning(current);
    describeCounty(current);
    describePhrases(current);
    describeLinking(current);
    describePlaces(current);
    describePrecedents(current);
    describeSecrets(current);
    describeSecurity(current);
    describeRetention(current);
    describeStats(current);
    describeSuccessions(current);
    describeWords(current);
    describeSupervision(current);
    describeEmergency(current);
    describeEvaluation(current);
    describeSums(current);
    describeComponents(current);
    describeFindings(current);
    describeShifts(current);
    describeHeld(current);
    describeCalls(current);
    describeVerify(current, engine);
    describeCallVerify(current, engine);
    describeSecurityVerify(current);
    describeRetentionVerify(current);
  });

  describe(`a record on ${engine.name}`, () => {
    let opened: Opened | null = null;
    beforeAll(async () => {
      opened = await engine.open();
    });
    afterAll(async () => {
      await opened?.close();
    });
    describeRecord(() => {
      if (!opened) throw new Error("The store is not open yet.");
      return opened;
    }, engine);
  });
}
