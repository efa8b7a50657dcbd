/** Shapes of 安全日志, 查看记录, 导出审批 and 留存, and of a revealed reporter. */
import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import { caseMatters } from "../domain/retention.ts";
import { securityKinds } from "../domain/securityLog.ts";
import { instant, known, maybeInstant, maybeNamed, maybeText, role } from "./common.ts";
import type {
  ExportAnswer,
  ExportsAnswer,
  RetentionAnswer,
  RevealAnswer,
  RevealsAnswer,
  SecurityLogAnswer,
} from "../domain/securityAnswers.ts";

const person = v.object({ id: v.string(), username: v.string(), name: v.string(), role, unit: maybeNamed });
const days = { from: v.string(), to: v.string(), now: instant, more: maybeText } as const;

const exportAsked = v.object({
  id: v.string(),
  askedBy: v.nullable(person),
  askedAt: instant,
  reason: v.string(),
  filter: v.record(v.string(), v.string()),
  personal: v.boolean(),
  rows: v.number(),
  state: v.picklist(["asked", "granted", "refused", "taken"]),
  decidedBy: v.nullable(person),
  decidedAt: maybeInstant,
  decision: maybeText,
  takenAt: maybeInstant,
  until: maybeInstant,
  mayTake: v.boolean(),
  mayDecide: v.boolean(),
});

export const exportShape = known("ExportAnswer", agreeing<ExportAnswer>()(exportAsked));

export const exportsShape = known(
  "ExportsAnswer",
  agreeing<ExportsAnswer>()(
    v.object({
      rows: v.array(exportAsked),
      directRows: v.number(),
      mostRows: v.number(),
      mayAskPersonal: v.boolean(),
      now: instant,
    }),
  ),
);

export const retentionShape = known(
  "RetentionAnswer",
  agreeing<RetentionAnswer>()(
    v.object({
      confirmed: v.boolean(),
      rules: v.array(
        v.object({
          code: v.string(),
          what: v.picklist([...caseMatters, "securityLog", "signInFailures"]),
          days: v.number(),
          basis: v.string(),
          due: v.nullable(v.number()),
          first: maybeText,
        }),
      ),
      holds: v.array(v.object({ number: v.string(), reason: v.string(), at: instant })),
      mayHold: v.boolean(),
      now: instant,
    }),
  ),
);

export const securityLogShape = known(
  "SecurityLogAnswer",
  agreeing<SecurityLogAnswer>()(
    v.object({
      rows: v.array(
        v.object({
          id: v.string(),
          at: instant,
          kind: v.picklist(securityKinds),
          who: v.nullable(person),
          address: maybeText,
          subject: maybeText,
          detail: maybeText,
        }),
      ),
      ...days,
    }),
  ),
);

export const revealsShape = known(
  "RevealsAnswer",
  agreeing<RevealsAnswer>()(
    v.object({
      rows: v.array(
        v.object({
          id: v.string(),
          at: instant,
          who: v.nullable(person),
          caseId: v.string(),
          number: v.string(),
          confidential: v.boolean(),
          reason: v.string(),
        }),
      ),
      ...days,
    }),
  ),
);

export const revealShape = known(
  "RevealAnswer",
  agreeing<RevealAnswer>()(v.object({ name: maybeText, phone: maybeText })),
);
