/** Says that a form goes on from what was filled in before and never sent, and offers to begin anew. */
import { formWords } from "../formWords.ts";
import { Hint } from "./Notice.tsx";

export function KeptHint({ anew }: { readonly anew: () => void }) {
  return (
    <Hint>
      {formWords.kept}{" "}
      <button type="button" class="button quiet" onClick={anew}>
        {formWords.anew}
      </button>
    </Hint>
  );
}
