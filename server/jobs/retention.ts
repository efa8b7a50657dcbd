/** 到期清除: every hour what is due goes, in small bites; nothing of a case before the county has confirmed its figures. */
import { loadRetention } from "../../fixtures/retention.ts";
import type { Store } from "../../db/store.ts";
import type { Deps } from "../deps.ts";
import { type CaseRetention, dueBy, isCaseRule, logEnds, type RetentionRules } from "../domain/retention.ts";
import { HOUR, type Instant } from "../domain/time.ts";
import { factsOfError } from "../log.ts";
import { removeErasedPhotos } from "../erasedPhotos.ts";
import { machineFact } from "../securityLog.ts";
import { type Job, startLoop } from "./loop.ts";

/** Cases of a rule in one round: requests go on being answered between two of them. */
const BITE = 200;

export interface Erased {
  readonly code: string;
  readonly count: number;
}

type Retaining = Pick<Deps, "ids" | "clock" | "photoFiles"> & {
  readonly store: Pick<Store, "retention" | "security">;
};

export function startRetention(deps: Deps, rules: RetentionRules = loadRetention()): Job {
  let mayBeLeft = true;
  return startLoop(async () => {
    try {
      // A process that was killed, or a bucket that was away, between the row and the file has left the file
      if (mayBeLeft) await removeErasedPhotos(deps);
      mayBeLeft = true;
      const erased = await deps.store.others.alone("retention", async () => await eraseDue(deps, rules));
      for (const { code, count } of erased ?? [])
        if (count > 0) deps.log("retention.done", { rule: code, count });
      mayBeLeft = false;
    } catch (error) {
      deps.log("retention.failed", factsOfError(error));
    }
    return HOUR;
  });
}

/** One round. @returns what went by each rule. */
export async function eraseDue(
  deps: Retaining,
  { confirmed, rules }: RetentionRules,
  bite: number = BITE,
): Promise<readonly Erased[]> {
  const now = deps.clock.now();
  const done: Erased[] = [];
  for (const rule of rules) {
    if (isCaseRule(rule) && !confirmed) continue;
    const count = isCaseRule(rule) ? await eraseCases(rule, now, { ...deps, bite }) : await eraseLog();
    done.push({ code: rule.code, count });
    // Numbers of rows that restrain guessing are no fact that anybody asks for
    if (count > 0 && rule.what !== "signInFailures")
      await deps.store.security.note(machineFact("erased", now, `${rule.code} ${count}`));

    async function eraseLog(): Promise<number> {
      if (isCaseRule(rule)) return 0;
      const before = logEnds(rule, now);
      return rule.what === "securityLog"
        ? await deps.store.security.forgetFacts(before)
        : await deps.store.retention.forgetFailures(before);
    }
  }
  return done;
}

async function eraseCases(
  rule: CaseRetention,
  now: Instant,
  { store, ids, photoFiles, bite }: Retaining & { readonly bite: number },
): Promise<number> {
  const due = await store.retention.due(dueBy(rule, now), bite);
  for (const { id: caseId } of due) {
    const erasure = { id: ids.row(), caseId, what: rule.what, rule: rule.code, at: now };
    for (const photo of await store.retention.erase(erasure)) await photoFiles.remove(photo);
  }
  return due.length;
}
