/** Alarms of the house: raised where something goes wrong, cleared where it is seen to be well again, told once each. */
import type { StorageFault } from "../db/storageFault.ts";
import type { AlarmKind } from "./domain/houseAlarms.ts";
import type { Instant } from "./domain/time.ts";
import type { Log } from "./log.ts";

export interface Watch {
  /** Again while it lasts: only remembered. */
  raise(kind: AlarmKind): void;
  /** @param quiet clears it only when it was not raised again for so long. */
  clear(kind: AlarmKind, quiet?: number): void;
  current(): readonly { readonly kind: AlarmKind; readonly since: Instant }[];
}

export function createWatch(now: () => Instant, log: Log): Watch {
  const raised = new Map<AlarmKind, { readonly since: Instant; readonly last: Instant }>();
  return {
    raise(kind) {
      const known = raised.get(kind);
      raised.set(kind, { since: known?.since ?? now(), last: now() });
      if (known === undefined) log("alarm.raised", { kind });
    },
    clear(kind, quiet = 0) {
      const known = raised.get(kind);
      if (known === undefined || Math.abs(now() - known.last) < quiet) return;
      raised.delete(kind);
      log("alarm.cleared", { kind, ms: now() - known.since });
    },
    current: () => [...raised].map(([kind, { since }]) => ({ kind, since })),
  };
}

export const alarmOf: Readonly<Record<StorageFault, AlarmKind>> = {
  full: "diskFull",
  readOnly: "readOnly",
  broken: "storageBroken",
};
