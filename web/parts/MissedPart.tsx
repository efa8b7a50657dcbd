/**
 * What stands where a part cannot be fetched. It is fetched again in its place: opening the page anew, as NoFile does for a
 * whole page, would cost what is typed and photographed beside it.
 */
import { words } from "../words.ts";
import { ProblemNotice } from "./Notice.tsx";

export function MissedPart({ again }: { readonly again: () => void }) {
  const detail = navigator.onLine ? words.problem.noPart : words.problem.offline;
  const problem = { kind: "problem", status: 0, code: "noFile", detail, field: null } as const;
  const retry = () => {
    sheetsAgain();
    again();
  };
  return <ProblemNotice problem={problem} retry={retry} />;
}

/** The build's loader asks once for a style sheet; the part would come without the one that was missed with it. */
function sheetsAgain(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]"))
    if (link.sheet === null) link.replaceWith(link.cloneNode());
}
