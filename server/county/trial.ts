/** 试运行: what a changed rule would have meant for what is there and what was last month. Nothing is changed by asking. */
import type { CountyTrial } from "../domain/county/answers.ts";
import type { CountySubject } from "../domain/county/subjects.ts";
import { tryCalendar, tryCalls } from "./trialClocks.ts";
import { tryLimits } from "./trialLimits.ts";
import { tryRoster, tryScores, tryTaxonomy, tryUnits } from "./trialOthers.ts";
import type { Trying } from "./trying.ts";

const trials: Partial<Record<CountySubject, (trying: Trying) => Promise<CountyTrial>>> = {
  calendar: tryCalendar,
  limits: tryLimits,
  calls: tryCalls,
  evaluation: tryScores,
  emergency: tryRoster,
  units: tryUnits,
  taxonomy: tryTaxonomy,
};

export async function tryCounty(subject: CountySubject, trying: Trying): Promise<CountyTrial> {
  const run = trials[subject];
  if (run !== undefined) return await run(trying);
  const words = ["这类数据没有可以用上月案卷比较的结果；改动逐项列在上面，发布后只对新的事生效。"];
  return { words, columns: [], rows: [], total: 0 };
}
