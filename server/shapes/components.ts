/** Shapes of what the API says of components. */
import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import type {
  ComponentAnswer,
  ComponentImportAnswer,
  ComponentsAnswer,
  NearComponentsAnswer,
  OwnComponentsAnswer,
} from "../domain/component/answers.ts";
import { caseState, instant, known, maybeInstant, maybeNamed, maybeText, named, point } from "./common.ts";

const rule = v.object({ cases: v.number(), days: v.number() });

const row = {
  code: v.string(),
  class: named,
  name: v.string(),
  owner: maybeNamed,
  unit: maybeNamed,
  cell: maybeNamed,
  township: maybeNamed,
  point,
  state: v.picklist(["inUse", "outOfUse", "removed"]),
  cases: v.number(),
  open: v.number(),
  lately: v.number(),
  repeated: v.boolean(),
  lastReportedAt: maybeInstant,
};

export const componentsShape = known(
  "ComponentsAnswer",
  agreeing<ComponentsAnswer>()(
    v.object({
      rows: v.array(v.object(row)),
      total: v.number(),
      next: maybeText,
      classes: v.array(named),
      rule,
      mayImport: v.boolean(),
      now: instant,
    }),
  ),
);

export const componentShape = known(
  "ComponentAnswer",
  agreeing<ComponentAnswer>()(
    v.object({
      ...row,
      source: v.string(),
      updatedAt: instant,
      mended: v.number(),
      lastMendedAt: maybeInstant,
      history: v.array(
        v.object({
          id: maybeText,
          number: maybeText,
          state: caseState,
          item: maybeNamed,
          leadUnit: maybeNamed,
          reportedAt: instant,
          closedAt: maybeInstant,
          text: maybeText,
        }),
      ),
      rule,
      now: instant,
    }),
  ),
);

const near = {
  code: v.string(),
  class: named,
  name: v.string(),
  owner: maybeNamed,
  point,
  items: v.array(v.string()),
};

export const nearComponentsShape = known(
  "NearComponentsAnswer",
  agreeing<NearComponentsAnswer>()(
    v.object({ rows: v.array(v.object({ ...near, metres: v.number(), open: v.number() })) }),
  ),
);

export const ownComponentsShape = known(
  "OwnComponentsAnswer",
  agreeing<OwnComponentsAnswer>()(v.object({ rows: v.array(v.object(near)), now: instant })),
);

export const componentImportShape = known(
  "ComponentImportAnswer",
  agreeing<ComponentImportAnswer>()(
    v.object({
      rows: v.number(),
      added: v.number(),
      changed: v.number(),
      same: v.number(),
      faults: v.array(v.object({ line: v.number(), message: v.string() })),
      faultCount: v.number(),
      unused: v.array(v.string()),
      offset: v.nullable(v.object({ message: v.string(), datum: v.nullable(v.picklist(["gcj02", "bd09"])) })),
      offers: v.array(
        v.object({
          kind: v.picklist(["swapped", "datum"]),
          datum: v.nullable(v.picklist(["gcj02", "bd09"])),
          rows: v.number(),
          message: v.string(),
        }),
      ),
      turned: v.number(),
      stored: v.boolean(),
    }),
  ),
);
