import type { OrderNotice, StoredEvent } from "../../db/store.ts";
import type { EventAnswer } from "../domain/caseAnswers.ts";
import type { Actor, Case } from "../domain/case.ts";
import { isOrder } from "../domain/orders.ts";
import type { Names } from "./names.ts";
import { hidesReporter } from "./privacy.ts";

export interface HistoryMaterial {
  readonly events: readonly StoredEvent[];
  readonly nameByAccount: ReadonlyMap<string, string>;
  readonly orders: readonly OrderNotice[];
}

/** The history of a case (办理过程) as this person may read it. */
export function historyAnswer(
  { events, nameByAccount, orders }: HistoryMaterial,
  { found, actor, names }: { readonly found: Case; readonly actor: Actor; readonly names: Names },
): readonly EventAnswer[] {
  const hides = hidesReporter(actor, found);
  const person = (id: string) => nameByAccount.get(id) ?? id;
  const receipts = (seq: number) =>
    orders
      .filter((notice) => notice.seq === seq && notice.to.kind !== "reporter")
      .map(({ to, reads }) => ({
        to: to.kind === "reporter" ? "" : to.kind === "account" ? person(to.code) : nameOf(to.code, names),
        reads: reads.map(({ accountId, readAt }) => ({ name: person(accountId), at: readAt })),
      }));
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
      told: isOrder(event.action) && seesReads(actor, event) ? receipts(event.seq) : null,
    };
  });
}

/** Who has read an order is for those who sent it: the centre and the leaders, and whoever urged by hand. */
function seesReads(actor: Actor, event: StoredEvent): boolean {
  return actor.role === "centre" || actor.role === "leader" || event.actorId === actor.id;
}

function nameOf(code: string, names: Names): string {
  return names.holder(code)?.name ?? code;
}

/** The number a report has elsewhere leads to its reporter there. */
function withoutSource(facts: EventAnswer["facts"]): EventAnswer["facts"] {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => name !== "sourceNumber"));
}
