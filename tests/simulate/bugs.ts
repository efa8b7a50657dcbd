/** Bugs as they happen to people, each planted at a seam of the real server. */
import type { Decision } from "../../server/domain/case.ts";
import { rulesOf, withRules } from "../../server/domain/caseRules.ts";
import { DAY } from "../../server/domain/time.ts";
import type { Invariant } from "../../server/simulate/findings.ts";
import type { Plant, Settings } from "../../server/simulate/settings.ts";
import { at } from "../support/calendar.ts";
import type { Store } from "../../db/store.ts";

export interface Bug {
  /** Which judges may be the first to see it. */
  readonly invariants: readonly Invariant[];
  readonly plant: () => Plant;
  /** Only shows itself when something goes wrong. */
  readonly faults?: boolean;
  /** Takes longer than three days to show itself. */
  readonly life?: Pick<Settings, "days" | "start" | "eventsPerYear">;
}

/** Bends what is written, while everybody believes that the decision was stored as it was. */
function written(bend: (decision: Decision, nth: number) => Decision): () => Plant {
  return () => {
    let nth = 0;
    return {
      store: (store) => ({
        ...store,
        commit: async (decision) => await store.commit(bend(decision, (nth += 1))),
        clocks: {
          ...store.clocks,
          takeDue: async (now, limit, decide) =>
            await store.clocks.takeDue(now, limit, async (ids) =>
              (await decide(ids)).map((decision) => bend(decision, (nth += 1))),
            ),
        },
      }),
    };
  };
}

function stored(change: (store: Store) => Partial<Store>): () => Plant {
  return () => ({ store: (store) => ({ ...store, ...change(store) }) });
}

export const bugs = {
  lostReport: {
    invariants: ["storedOnce"],
    plant: () => {
      let nth = 0;
      return {
        store: (store) => ({
          ...store,
          // Acknowledged before it is on disk, and then it never gets there
          async commit(decision) {
            if (decision.expects === null && (nth += 1) % 10 === 0)
              return { kind: "committed", case: decision.case };
            return await store.commit(decision);
          },
        }),
      };
    },
  },
  resentTwice: {
    // A changed report is not known again either
    invariants: ["storedOnce", "scopeKept"],
    faults: true,
    plant: written((decision, nth) =>
      decision.expects === null
        ? { ...decision, case: { ...decision.case, reportId: `${decision.case.reportId}-${nth}` } }
        : decision,
    ),
  },
  forgottenCommand: {
    invariants: ["actedOnce", "chainWhole"],
    plant: written((decision) => ({
      ...decision,
      events: decision.events.map((event) => ({ ...event, commandId: null })),
    })),
  },
  doubledNotice: {
    invariants: ["noticeOnce"],
    plant: written((decision) => ({
      ...decision,
      notices: decision.notices.flatMap((notice) => [notice, { ...notice, id: `${notice.id}x` }]),
    })),
  },
  lostNotice: {
    invariants: ["noticeOnce"],
    plant: stored(({ outbox }) => ({ outbox: { ...outbox, markSent: async () => undefined } })),
  },
  offByOneDay: {
    // The next decision is made on the bent clock
    invariants: ["rowIsHistory", "heldBySomebody", "clockExact"],
    plant: written((decision, nth) => ({
      ...decision,
      clocks: decision.clocks.map((clock) =>
        nth % 20 === 0 ? { ...clock, dueAt: clock.dueAt + DAY } : clock,
      ),
    })),
  },
  lostClock: {
    invariants: ["rowIsHistory", "heldBySomebody"],
    plant: written((decision, nth) => (nth % 15 === 0 ? { ...decision, clocks: [] } : decision)),
  },
  bentRow: {
    invariants: ["rowIsHistory"],
    plant: written((decision, nth) =>
      nth % 25 === 0 ? { ...decision, case: { ...decision.case, holder: "CMD" } } : decision,
    ),
  },
  wrongLedger: {
    invariants: ["ledgerWhole"],
    plant: () => ({
      answer: (letter, text) =>
        letter.method === "GET" && /^\/api\/cases\/[^/]+$/.test(letter.path)
          ? text.replace(/"total":(\d+)/, (_all, total: string) => `"total":${Number(total) + 1}`)
          : text,
    }),
  },
  driftedPlace: {
    invariants: ["givenBack"],
    life: { days: 22, start: at("2026-01-06 00:00"), eventsPerYear: 4000 },
    // What a batch is to remember of where a case lay is off by a street; only its undo shows it
    plant: written((decision) => {
      const { places = [] } = rulesOf(decision.case);
      const drifted = places.map((place) =>
        place.point === null ? place : { ...place, point: { ...place.point, lng: place.point.lng + 0.001 } },
      );
      if (!decision.events.some(({ action }) => action === "shift")) return decision;
      return { ...decision, case: { ...decision.case, ...withRules(decision.case, { places: drifted }) } };
    }),
  },
  missingScope: {
    invariants: ["scopeKept"],
    plant: stored(({ cases }) => ({
      cases: {
        ...cases,
        list: async (_scope, filter, page, now) => await cases.list({ kind: "all" }, filter, page, now),
      },
    })),
  },
  everybodyIsTheCentre: {
    invariants: ["scopeKept", "tableOfMoves", "noFault"],
    plant: stored(({ people }) => ({
      people: {
        ...people,
        async session(hash) {
          const found = await people.session(hash);
          return found && { ...found, account: { ...found.account, role: "centre" } };
        },
      },
    })),
  },
  namesInAnswers: {
    invariants: ["secretKept"],
    plant: stored(({ cases }) => ({
      cases: {
        ...cases,
        async byId(id) {
          const found = await cases.byId(id);
          const reporter = found && (await cases.reporter(id));
          return found && { ...found, text: `${found.text} ${reporter?.phone ?? ""}` };
        },
        async file(id) {
          const file = await cases.file(id);
          const reporter = file && (await cases.reporter(id));
          return (
            file && { ...file, case: { ...file.case, text: `${file.case.text} ${reporter?.phone ?? ""}` } }
          );
        },
      },
    })),
  },
  nameInLog: {
    invariants: ["secretKept"],
    // A name under a harmless field: what no redaction can see
    plant: () => ({ log: (log) => (event, facts) => log(event, { ...facts, by: "甄樾珩" }) }),
  },
  halfTransaction: {
    // As with a lost clock, the next decision may be made on those that are left
    invariants: ["allOrNothing", "rowIsHistory", "storedOnce", "noFault", "clockExact", "heldBySomebody"],
    faults: true,
    plant: stored((store) => ({
      // Several cases that belong together, one after the other
      commitAll: async (decisions) => {
        for (const decision of decisions)
          await store.commit({ ...decision, clocks: decision.clocks.slice(1) });
        return "committed";
      },
    })),
  },
} as const satisfies Record<string, Bug>;
