import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import type { RevealsAnswer, SecurityLogAnswer } from "../domain/securityAnswers.ts";
import { securityKinds } from "../domain/securityLog.ts";
import { instant, known, maybeNamed, maybeText, role } from "./common.ts";

const person = v.object({ id: v.string(), username: v.string(), name: v.string(), role, unit: maybeNamed });
const days = { from: v.string(), to: v.string(), now: instant, more: maybeText } as const;

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
