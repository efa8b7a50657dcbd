/** Calendars and levels of calls tried on clocks: which would end at another time, and how many would be late. */
import { createCalendarBook } from "../domain/calendars.ts";
import type { CountyTrial } from "../domain/county/answers.ts";
import type { Call, CallClock } from "../domain/call/call.ts";
import { budgetOf, levelOf } from "../domain/call/callClocks.ts";
import { scopeOf } from "../domain/permit.ts";
import type { Reference } from "../domain/reference.ts";
import { DAY } from "../domain/time.ts";
import { clockWords } from "../domain/words.ts";
import { deadline } from "../domain/worktime.ts";
import { brief } from "../print/format.ts";
import { MOST_CLOCKS, MOST_ROWS, TRIAL_DAYS, type Trying } from "./trying.ts";

const MOST_CALLS = 5000;

/** Open clocks begun anew by the changed calendar. They do not move: a clock keeps the calendar it began with. */
export async function tryCalendar({ actor, deps, after }: Trying): Promise<CountyTrial> {
  const clocks = await deps.store.county.clocks({ from: null, limit: MOST_CLOCKS });
  const running = clocks.filter(({ clock }) => clock.runningSince !== null);
  const book = createCalendarBook(after);
  const moved = running.flatMap((row) => {
    const { startedAt, unit, policy } = row.clock;
    const now = deadline(startedAt, policy.budget, deps.calendars.frozen(policy.calendar));
    const next = deadline(startedAt, policy.budget, book.of(unit));
    return now === next ? [] : [{ row, now, next }];
  });
  const seesAll = scopeOf(actor).kind === "all";
  return {
    words: [
      `在走的计时共 ${running.length} 个；如果今天重新起算，${moved.length} 个的到期时刻会不同。`,
      "它们不会被移动：计时一直用开始时的日历，新日历只对发布生效后开始的计时起作用。",
    ],
    columns: ["案卷", "计时", "单位", "现在到期", "按新日历"],
    rows: moved.slice(0, MOST_ROWS).map(({ row, now, next }) => ({
      caseId: seesAll ? row.caseId : null,
      cells: [
        row.number,
        clockWords[row.clock.kind],
        row.clock.unit === null ? "" : deps.names.any(row.clock.unit),
        brief(now),
        brief(next),
      ],
    })),
    total: moved.length,
  };
}

/** Calls of the last month by the changed levels: how many limits of departments would have been missed. */
export async function tryCalls({ deps, after }: Trying): Promise<CountyTrial> {
  const { store, clock, calendars } = deps;
  const now = clock.now();
  const page = { sort: "newest", after: null, limit: MOST_CALLS } as const;
  const found = await store.calls.list({ kind: "all" }, { launchedFrom: now - TRIAL_DAYS * DAY }, page);
  const rows = after.calls.flatMap(({ code, name }) => {
    const calls = found.rows.filter(({ level }) => level === code);
    return kinds.flatMap(({ kind, word }) => {
      if (!levelDiffers(code, kind)) return [];
      const changed = calls
        .flatMap((call) => callClocks(call, kind))
        .filter(({ call }) => differs(call, kind));
      const missed = (reference: Reference) =>
        changed.filter(({ call, limit }) => {
          const due = deadline(limit.startedAt, budgetOf(kind, call, reference), calendars.of(limit.unit));
          return (limit.stoppedAt ?? now) >= due;
        }).length;
      const cells = [
        name,
        word,
        String(changed.length),
        String(missed(deps.reference)),
        String(missed(after)),
      ];
      return [{ caseId: null, cells }];
    });
  });
  return {
    words: [
      `近 ${TRIAL_DAYS} 天的呼叫共 ${found.rows.length} 次；已经发出的呼叫时限不变。`,
      "下表按部门的每一段时限计：按现行会超几段，按新的会超几段。",
    ],
    columns: ["级别", "时限", "段数", "按现行超期", "按新时限超期"],
    rows,
    total: rows.length,
  };

  function differs(call: Call, kind: CallClock["kind"]): boolean {
    const [old, next] = [budgetOf(kind, call, deps.reference), budgetOf(kind, call, after)];
    return old.value !== next.value || old.unit !== next.unit;
  }

  function levelDiffers(code: Call["level"], kind: (typeof kinds)[number]["kind"]): boolean {
    const [old, next] = [levelOf(code, deps.reference)[kind], levelOf(code, after)[kind]];
    return old?.value !== next?.value || old?.unit !== next?.unit;
  }
}

const kinds = [
  { kind: "sign", word: "签收" },
  { kind: "contact", word: "联系" },
  { kind: "onSite", word: "到场" },
  { kind: "done", word: "办结" },
] as const;

function callClocks(call: Call, kind: CallClock["kind"]) {
  return call.clocks
    .filter((limit) => limit.kind === kind && limit.outcome !== "void")
    .map((limit) => ({ call, limit }));
}
