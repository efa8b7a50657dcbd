/** Shapes of what the API says of cases that belong together. */
import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import type {
  BondsAnswer,
  BoundRow,
  DuplicatesAnswer,
  NearAnswer,
  PrecedentsAnswer,
  SuspectRow,
} from "../domain/linking/answers.ts";
import { caseState, instant, known, maybeNamed, maybeText, named } from "./common.ts";

export const precedentsShape = known(
  "PrecedentsAnswer",
  agreeing<PrecedentsAnswer>()(
    v.object({
      rows: v.array(
        v.object({
          caseId: maybeText,
          number: maybeText,
          at: instant,
          item: maybeNamed,
          township: maybeNamed,
          unit: named,
          against: named,
          basis: named,
          level: v.number(),
          grounds: v.array(v.picklist(["item", "township", "units", "text"])),
          note: maybeText,
          visible: v.boolean(),
        }),
      ),
    }),
  ),
);

const boundRow = {
  id: v.string(),
  number: v.string(),
  state: caseState,
  reportedAt: instant,
  item: maybeNamed,
  leadUnit: maybeNamed,
  text: maybeText,
  visible: v.boolean(),
};

const boundShape = known("BoundRow", agreeing<BoundRow>()(v.object(boundRow)));

const suspectShape = known(
  "SuspectRow",
  agreeing<SuspectRow>()(
    v.object({
      ...boundRow,
      address: maybeText,
      score: v.number(),
      metres: v.nullable(v.number()),
      hours: v.number(),
      alike: v.number(),
      sameItem: v.boolean(),
      said: v.boolean(),
    }),
  ),
);

export const bondsShape = known(
  "BondsAnswer",
  agreeing<BondsAnswer>()(
    v.object({
      lead: v.nullable(boundShape),
      followers: v.array(boundShape),
      voices: v.number(),
      whole: v.nullable(boundShape),
      parts: v.array(boundShape),
      links: v.array(v.object({ ...boundRow, kind: v.string(), at: instant })),
      suspects: v.array(suspectShape),
    }),
  ),
);

export const duplicatesShape = known(
  "DuplicatesAnswer",
  agreeing<DuplicatesAnswer>()(
    v.object({
      groups: v.array(
        v.object({
          lead: v.object({ ...boundRow, address: maybeText, voices: v.number() }),
          others: v.array(suspectShape),
        }),
      ),
      compared: v.number(),
      cut: v.boolean(),
      now: instant,
    }),
  ),
);

export const nearShape = known(
  "NearAnswer",
  agreeing<NearAnswer>()(
    v.object({
      rows: v.array(
        v.object({
          id: v.string(),
          item: maybeNamed,
          metres: v.number(),
          reportedAt: instant,
          step: v.picklist(["received", "working"]),
          voices: v.number(),
          number: maybeText,
          text: maybeText,
        }),
      ),
    }),
  ),
);
