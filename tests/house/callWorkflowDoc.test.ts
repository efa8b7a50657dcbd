import { expect, it } from "vitest";
import { callStateWords } from "../../server/domain/call/callWords.ts";
import { callWorkflowDoc } from "../support/callWorkflowDoc.ts";
import { reference } from "../support/county.ts";

it("docs/call-workflow.md says what the table of moves and the levels of calls say", async () => {
  const doc = callWorkflowDoc(reference.calls);
  for (const state of Object.keys(callStateWords)) expect(doc).toContain(`--> ${state}`);
  await expect(doc).toMatchFileSnapshot("../../docs/call-workflow.md");
});
