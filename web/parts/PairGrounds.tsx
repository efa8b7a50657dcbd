/** What speaks for two cases being one matter, in a line. */
import type { SuspectRow } from "../../server/domain/linking/answers.ts";
import { linkingWords } from "../linkingWords.ts";

export function PairGrounds({ row }: { readonly row: SuspectRow }) {
  const { bonds: text } = linkingWords;
  const grounds = [
    row.said && text.said,
    row.metres === null ? text.noMetres : text.metres(row.metres),
    text.apartHours(row.hours),
    row.sameItem && text.sameItem,
    row.alike >= 0.1 && text.alike(row.alike),
  ].filter((part) => part !== false);
  return <small class="muted">{grounds.join(" · ")}</small>;
}
