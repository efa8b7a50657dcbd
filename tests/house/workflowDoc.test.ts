import { expect, it } from "vitest";
import { moves } from "../../server/domain/workflow.ts";
import { workflowDoc } from "../support/workflowDoc.ts";

it("docs/workflow.md says what the table of moves says", async () => {
  await expect(workflowDoc(moves)).toMatchFileSnapshot("../../docs/workflow.md");
});
