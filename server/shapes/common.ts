/** Parts that many answers share. Each shape is held to its TypeScript type by `agreeing` when compiled. */
import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import type { PlaceGuess } from "../../geo/places/place.ts";
import type { Placement } from "../../geo/placement.ts";
import type { Area } from "../../geo/cell.ts";
import type { Named } from "../domain/named.ts";
import type { ResponsibleAnswer, Suggestion } from "../domain/readerAnswers.ts";
import type { CorrectionAnswer } from "../domain/correctionAnswer.ts";
import type { ProblemAnswer, RuleAnswer } from "../domain/ruleAnswers.ts";
import { type CaseState, channels } from "../domain/case.ts";
import type { LayerCell } from "../domain/gridAnswers.ts";
import type { GridVersionName } from "../domain/gridVersion.ts";
import { stateWords } from "../domain/words.ts";
import type { Budget } from "../domain/taxonomy.ts";
import type { SaidTime } from "../domain/times/times.ts";

const names = new Set<string>();

/** A shape that has a name in the document and stands there once: of two with one name, one would be told for both. */
export function known<Schema extends v.GenericSchema>(name: string, schema: Schema) {
  if (names.has(name)) throw new Error(`Two shapes are named ${name}.`);
  names.add(name);
  return v.pipe(schema, v.metadata({ ref: name }));
}

/** Epoch milliseconds. */
export const instant = v.pipe(v.number(), v.description("毫秒时间戳"));
export const maybeInstant = v.nullable(instant);
/** yyyy-mm-dd */
export const day = v.string();
export const maybeRate = v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1)));
export const maybeText = v.nullable(v.string());

export const named = known("Named", agreeing<Named>()(v.object({ code: v.string(), name: v.string() })));
export const layerCells = v.array(
  known("LayerCell", agreeing<LayerCell>()(v.object({ layer: named, cell: named, version: v.number() }))),
);
export const maybeNamed = v.nullable(named);

export const gridVersionName = known(
  "GridVersionName",
  agreeing<GridVersionName>()(v.object({ version: v.number(), validFrom: v.string() })),
);

export const caseState = v.picklist(Object.keys(stateWords) as CaseState[]);
export const channel = v.picklist(channels);
export const role = v.picklist(["gridWorker", "township", "department", "centre", "leader", "admin"]);
export const urgency = v.picklist(["critical", "urgent", "elevated", "normal"]);
export const deskReasons = v.array(
  v.picklist(["unplaced", "ambiguousPlace", "spokenPlace", "nearPlace", "unsureItem", "consult", "danger"]),
);
export const speech = v.picklist(["report", "consult", "praise", "supplement"]);

export const budgetUnit = v.picklist([
  "calendarMinute",
  "calendarHour",
  "calendarDay",
  "workHour",
  "workday",
]);

export const budget = known(
  "Budget",
  agreeing<Budget>()(
    v.object({
      value: v.number(),
      unit: budgetUnit,
    }),
  ),
);

export const point = v.object({ lng: v.number(), lat: v.number() });
const position = v.tuple([v.number(), v.number()]);
export const path = v.array(position);
export const area = known("Area", agreeing<Area>()(v.array(v.array(v.array(position)))));

const datum = v.picklist(["wgs84", "cgcs2000", "gcj02", "bd09"]);

/** Coordinates as they were sent; `lng` and `lat` are in `datum`, WGS-84 where none is stated. */
export const sentPoint = v.object({
  lng: v.number(),
  lat: v.number(),
  accuracy: v.exactOptional(v.number()),
  datum: v.exactOptional(datum),
  source: v.exactOptional(v.picklist(["satellite", "hand", "words", "import", "register"])),
});

const placed = { gridVersion: v.string(), datum, point };
const candidate = v.object({ cell: v.string(), metres: v.number() });

const placeGuess = known(
  "PlaceGuess",
  agreeing<PlaceGuess>()(
    v.object({
      name: v.string(),
      precision: v.picklist(["point", "street", "village", "community", "township"]),
      heard: v.picklist(["spelled", "sounded"]),
      point,
      code: v.string(),
      settled: v.string(),
      learnedOn: v.exactOptional(v.string()),
    }),
  ),
);

export const placement = known(
  "Placement",
  agreeing<Placement>()(
    v.variant("kind", [
      v.object({
        kind: v.literal("inside"),
        cell: v.string(),
        borderMetres: v.number(),
        rule: v.picklist(["contained", "dedicatedFirst"]),
        ...placed,
      }),
      v.object({
        kind: v.literal("near"),
        cell: v.string(),
        metres: v.number(),
        rule: v.literal("nearestBorder"),
        ...placed,
      }),
      v.object({
        kind: v.literal("ambiguous"),
        candidates: v.array(candidate),
        rule: v.picklist(["accuracyCircle", "severalOwners"]),
        ...placed,
      }),
      v.object({
        kind: v.literal("spoken"),
        code: v.string(),
        guesses: v.array(placeGuess),
        rule: v.literal("spokenPlace"),
        ...placed,
      }),
      v.object({
        kind: v.literal("outside"),
        nearest: v.exactOptional(candidate),
        rule: v.literal("outsideGrid"),
        ...placed,
      }),
    ]),
  ),
);

export const suggestion = known(
  "Suggestion",
  agreeing<Suggestion>()(v.object({ ...named.entries, probability: v.number(), words: v.array(v.string()) })),
);

const window = { words: v.string(), at: v.number(), from: instant, until: instant };

/** 说到的时间 */
export const times = v.array(
  known(
    "SaidTime",
    agreeing<SaidTime>()(
      v.variant("kind", [
        v.object({ kind: v.picklist(["when", "since"]), ...window }),
        v.object({
          kind: v.literal("often"),
          words: v.string(),
          at: v.number(),
          every: v.picklist(["day", "week", "month"]),
          days: v.array(v.number()),
          minutes: v.nullable(v.object({ from: v.number(), until: v.number() })),
        }),
      ]),
    ),
  ),
);

export const responsible = agreeing<ResponsibleAnswer | null>()(
  v.nullable(
    v.object({
      unit: named,
      basis: named,
      others: v.array(v.object({ unit: named, when: v.string() })),
      assisting: v.array(named),
      townshipRole: v.picklist(["self", "assist", "escalate"]),
      rule: maybeNamed,
      why: v.array(v.string()),
      unclear: v.nullable(v.picklist(["hole", "conflict", "noPlace", "noItem"])),
    }),
  ),
);

export const ruleShape = known(
  "RuleAnswer",
  agreeing<RuleAnswer>()(
    v.object({
      kind: v.picklist(["scope", "role", "state", "field", "guard", "limit"]),
      id: v.string(),
      why: v.string(),
      basis: v.string(),
      source: v.object({
        kind: v.picklist(["table", "policy", "count", "dutyList", "law"]),
        code: v.string(),
      }),
      instead: v.string(),
    }),
  ),
);

export const correctionShape = known(
  "PointCorrection",
  agreeing<CorrectionAnswer>()(
    v.object({
      kind: v.picklist(["swapped", "gcj02", "bd09"]),
      point,
      cell: named,
      stated: sentPoint,
    }),
  ),
);

export const problemShape = known(
  "ProblemAnswer",
  agreeing<ProblemAnswer>()(
    v.object({
      type: v.string(),
      title: v.string(),
      status: v.number(),
      code: v.string(),
      detail: v.string(),
      field: v.exactOptional(v.string()),
      rule: v.exactOptional(ruleShape),
      correction: v.exactOptional(correctionShape),
    }),
  ),
);
