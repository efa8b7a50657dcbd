/** A limit of a call as a lamp: green until it has run out; calls know no amber. */
import type { DueBy } from "../../server/domain/clock.ts";
import type { Instant } from "../../server/domain/time.ts";
import { callText } from "../callText.ts";
import { Countdown } from "./Countdown.tsx";

interface CallLampProps {
  readonly of: { readonly dueAt: Instant | null; readonly dueBy: DueBy | null };
}

export function CallLamp({ of }: CallLampProps) {
  const { dueAt, dueBy } = of;
  return <Countdown of={{ warnAt: null, severeAt: null, dueAt, dueBy }} idle={callText.noClock} />;
}
