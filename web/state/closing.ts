/** What should be seen before a case is called done; asked anew with every change of the case. */
import type { ClosingAnswer } from "../../server/domain/closing/answers.ts";
import { ask } from "../api.ts";
import { createResource, type Resource } from "./resource.ts";

export function createClosing(caseId: string): Resource<ClosingAnswer> {
  return createResource<ClosingAnswer>(() => ask(`/api/cases/${encodeURIComponent(caseId)}/closing`));
}
