import type { StoredEvent } from "../../db/store.ts";
import type { EventAnswer } from "../domain/answers.ts";
import type { Actor, Case } from "../domain/case.ts";
import type { Names } from "./names.ts";
import { hidesReporter } from "./privacy.ts";

export interface HistoryMaterial {
  readonly events: readonly StoredEvent[];
  readonly nameByAccount: ReadonlyMap<string, string>;
}

/** The history of a case (办理过程) as this person may read it. */
export function historyAnswer(
  { events, nameByAccount }: HistoryMaterial,
  { found, actor, names }: { readonly found: Case; readonly actor: Actor; readonly names: Names },
): readonly EventAnswer[] {
  const hides = hidesReporter(actor, found);
  return events.map((event) => {
    const isReporter = event.actorRole === "resident" || event.actorId === found.reportedBy;
    const isSecret = hides && isReporter && event.actorId !== actor.id;
    return {
      seq: event.seq,
      action: event.action,
      at: event.at,
      recordedAt: event.recordedAt,
      actor: {
        role: event.actorRole,
        name: isSecret ? null : (nameByAccount.get(event.actorId) ?? null),
        unit: isSecret ? null : names.holder(event.actorUnit),
      },
      from: event.from,
      to: event.to,
      facts: hides ? withoutSource(event.facts) : event.facts,
      words: event.words,
    };
  });
}

/** The number a report has elsewhere leads to its reporter there. */
function withoutSource(facts: EventAnswer["facts"]): EventAnswer["facts"] {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => name !== "sourceNumber"));
}
