/** What is due to be erased now, by rule, and which cases are kept: for the command and the screen. */
import type { Store } from "../db/store.ts";
import {
  type CaseRetention,
  dueBy,
  isCaseRule,
  type RetentionReport,
  type RetentionRules,
} from "./domain/retention.ts";
import type { Instant } from "./domain/time.ts";

export async function retentionReport(
  store: Pick<Store, "retention">,
  { confirmed, rules }: RetentionRules,
  now: Instant,
): Promise<RetentionReport> {
  const told = [];
  for (const rule of rules) {
    const { code, what, days, basis } = rule;
    const due = isCaseRule(rule) ? await dueOf(store, rule, now) : null;
    told.push({ code, what, days, basis, due: due?.count ?? null, first: due?.first ?? null });
  }
  const holds = await store.retention.holds();
  return { confirmed, rules: told, holds: holds.map(({ number, reason, at }) => ({ number, reason, at })) };
}

async function dueOf(store: Pick<Store, "retention">, rule: CaseRetention, now: Instant) {
  const question = dueBy(rule, now);
  const [first] = await store.retention.due(question, 1);
  return { count: await store.retention.countDue(question), first: first?.number ?? null };
}
