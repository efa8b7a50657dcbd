/** A county of centuries, or a province: its record goes on past what 32 bits count. */
import { describe, expect, it, onTestFinished } from "vitest";
import { aCase, aDecision } from "../../fixtures/build.ts";
import { availableEngines } from "../support/engines.ts";

const LAST_OF_32_BITS = 2 ** 31 - 1;

describe.each(await availableEngines())("the record on $name", (engine) => {
  it("gives the next place past 32 bits, and finds what stands there", async () => {
    const opened = await engine.open();
    onTestFinished(async () => await opened.close());
    const { store } = opened;
    await opened.tamper(
      `INSERT INTO record_entries (position, kind, subject, seq, hash) VALUES (${LAST_OF_32_BITS}, 'case', 'far', 1, 'x')`,
    );
    const found = aCase();
    await store.commit(aDecision({ case: found }));
    expect(await store.record.size()).toBe(LAST_OF_32_BITS + 2);
    expect(await store.record.entries(LAST_OF_32_BITS + 1, 10)).toMatchObject([
      { position: LAST_OF_32_BITS + 1, subject: found.id },
    ]);
  });
});
