/** 批示: a leader's way from a row to the note on its case; nobody else has it. */
import { account } from "../state/session.ts";
import { words } from "../words.ts";

export function InstructLink({ id, number }: { readonly id: string; readonly number: string }) {
  if (account.value?.role !== "leader") return null;
  return (
    <a class="button" href={`/cases/${id}?act=instruct`} aria-label={words.supervision.writeNoteOn(number)}>
      {words.supervision.writeNote}
    </a>
  );
}
