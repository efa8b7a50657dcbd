import { type Call, firstClock, isOver, nextLook, waitingFor } from "../server/domain/call/call.ts";
import type { Tables } from "./tables.ts";

export type CallRow = Tables["calls"]["$inferSelect"];

export function callToRow(call: Call): Omit<CallRow, "launchId"> {
  const { unheard, ...kept } = call;
  return {
    ...kept,
    open: !isOver(call.state),
    unheard: unheard.length === 0 ? null : unheard,
    units: listed(call.answers.map(({ unit }) => unit)) ?? ",",
    waiting: listed(waitingFor(call)),
    dueAt: firstClock(call)?.dueAt ?? null,
    sweepAt: nextLook(call),
  };
}

export function rowToCall(row: CallRow): Call {
  const { launchId: _1, open: _2, units: _3, waiting: _4, dueAt: _5, sweepAt: _6, ...kept } = row;
  return { ...kept, climbed: row.climbed as Call["climbed"], unheard: row.unheard ?? [] };
}

/** `,LD,SW,`, so that a code is found whole; null for none. */
function listed(codes: readonly string[]): string | null {
  return codes.length === 0 ? null : `,${codes.join(",")},`;
}
