/** What a reader would stumble over in an answer. */
import type { ReplyHint } from "../../server/domain/closing/replyHints.ts";
import { closingWords } from "../closingWords.ts";
import { Hint } from "./Notice.tsx";

export function ReplyHints({ hints }: { readonly hints: readonly ReplyHint[] }) {
  return (
    <Hint tone="warn">
      {hints.map((hint) => (
        <p key={hint.kind}>{closingWords.hint(hint)}</p>
      ))}
    </Hint>
  );
}
