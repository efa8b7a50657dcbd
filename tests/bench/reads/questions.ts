/** What pages ask of the store every day, in the words of the demo county. */
import type { CaseFilter, Page, Store } from "../../../db/store.ts";
import { open } from "../../../server/domain/moves/row.ts";
import type { Scope } from "../../../server/domain/permit.ts";
import { DAY, dayNumber, dayOf, type Instant, MINUTE, startOfDay } from "../../../server/domain/time.ts";

export interface Question {
  readonly name: string;
  readonly ask: () => Promise<unknown>;
}

const all: Scope = { kind: "all" };
const township: Scope = { kind: "township", township: "371122001", account: "nobody" };
const unit: Scope = { kind: "unit", unit: "LD", account: "nobody" };
/** What maps are opened over. */
export const middle = [118.83, 35.58] as const;
/** Half a side of boxes of all years, in degrees. */
export const boxesOfYears = { "1 km": 0.005, "5 km": 0.025, "20 km": 0.1 } as const;

export async function questionsOf(store: Store, now: Instant): Promise<readonly Question[]> {
  const { cases, stats, evaluation, supervision, clocks } = store;
  const page = (sort: Page["sort"]): Page => ({ sort, after: null, limit: 50 });
  const [newest] = (await cases.list(all, {}, page("newest"), now)).rows;
  const cells: Scope = { kind: "cells", cells: [newest?.cellCode ?? ""], account: "nobody" };
  const list = (
    name: string,
    scope: Scope,
    filter: CaseFilter = {},
    sort: Page["sort"] = "newest",
  ): Question => ({
    name: `page: ${name}`,
    ask: () => cases.list(scope, filter, page(sort), now),
  });
  const search = (words: string, scope: Scope = all, filter: CaseFilter = {}): Question => ({
    name: `search: ${words}${scope === all ? "" : ", a township"}${filter.states ? ", open" : ""}`,
    ask: () => cases.list(scope, { ...filter, words }, page("newest"), now),
  });
  const map = (name: string, half: number, filter: CaseFilter = {}): Question => {
    const [lng, lat] = middle;
    const box = { west: lng - half, east: lng + half, south: lat - half, north: lat + half };
    return { name: `map: ${name}`, ask: () => cases.pins(all, filter, { box, limit: 2000, now }) };
  };
  // By whole days, as pages ask
  const midnight = startOfDay(dayNumber(now) + 1);
  const lately = (days: number) => ({ from: midnight - days * DAY, to: midnight });
  const beginOfMonth = (at: Instant) =>
    startOfDay(dayNumber(at)) - (Number(dayOf(dayNumber(at)).slice(8)) - 1) * DAY;
  const lastMonth = { from: beginOfMonth(beginOfMonth(now) - DAY), to: beginOfMonth(now) };
  const month = { from: beginOfMonth(now), to: midnight };
  // The last five weeks of an aged county are those that were played, however large it is
  const yearAgo = midnight - 370 * DAY;
  return [
    list("all, newest", all),
    list("all, open", all, { states: open }),
    list("all, closed", all, { states: ["closed", "followedUp"] }),
    list("all, earliest due", all, {}, "due"),
    list("a township", township),
    list("a township, open", township, { states: open }),
    list("a township, in its hands", township, { hands: ["371122001"] }),
    list("a unit", unit),
    list("a unit, open", unit, { states: open }),
    list("a grid worker, open", cells, { states: open }),
    list("an item that hardly occurs", all, { item: "090101" }),
    { name: "counts: open, all", ask: () => cases.counts(all, {}, now) },
    { name: "counts: archive, to 10,000", ask: () => cases.archiveCounts(all, {}, now, 10_000) },
    { name: "counts: archive of a unit, to 10,000", ask: () => cases.archiveCounts(unit, {}, now, 10_000) },
    map("open, 1 km", 0.005, { states: open }),
    map("open, 20 km", 0.1, { states: open }),
    ...Object.entries(boxesOfYears).map(([size, half]) => map(`all years, ${size}`, half)),
    search("路灯"),
    search("桂湾"),
    search("桂湾巷37号"),
    search("彁彁"),
    search(newest?.number ?? ""),
    search("灯"),
    search("桂湾", township),
    search("桂湾", all, { states: open }),
    { name: "open by holder", ask: () => stats.byHolder(all, now) },
    { name: "open by cell", ask: () => stats.byCell(all, now) },
    { name: "open by township", ask: () => stats.openByTownship(all, now) },
    { name: "reported in a month", ask: () => stats.reportedIn(all, lately(30)) },
    {
      name: "figures of a month by unit",
      ask: () => evaluation.profiles({ scope: all, ...lately(30) }, "unit"),
    },
    {
      name: "figures of a calendar month by unit",
      ask: () => evaluation.profiles({ scope: all, ...lastMonth }, "unit"),
    },
    {
      name: "figures of a year by unit",
      ask: () => evaluation.profiles({ scope: all, ...lately(365) }, "unit"),
    },
    { name: "held times of the month", ask: () => evaluation.heldTimes({ scope: all, ...month }, now) },
    { name: "held times of 30 days", ask: () => evaluation.heldTimes({ scope: all, ...lately(30) }, now) },
    {
      name: "held times of 30 days a year ago",
      ask: () => evaluation.heldTimes({ scope: all, from: yearAgo, to: yearAgo + 30 * DAY }, now),
    },
    {
      name: "bursts of 90 days",
      ask: () => supervision.bursts(all, lately(90).from, { within: 10 * MINUTE, count: 10 }),
    },
    { name: "clocks: nothing due", ask: () => clocks.takeDue(1, 100, async () => []) },
    { name: "one case", ask: () => cases.byId(newest?.id ?? "") },
    { name: "its history", ask: () => cases.history(newest?.id ?? "") },
  ];
}
