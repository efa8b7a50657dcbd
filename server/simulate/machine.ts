/** The machine's own work (sweeps, messages, counting), and the gateway that messages to residents leave by. */
import type { OutboxNotice } from "../../db/store.ts";
import { HOUR, MINUTE } from "../domain/time.ts";
import { writeBriefs } from "../emergencies.ts";
import { sweepCalls } from "../jobs/callSweep.ts";
import { deliver } from "../jobs/outbox.ts";
import { sweep } from "../jobs/sweep.ts";
import type { Stage } from "./stage.ts";

export interface Gateway {
  isDown: boolean;
  /** How often each message was handed over, by its id. */
  readonly handed: Map<string, { times: number; faultsThen: number }>;
}

export interface Machine {
  readonly gateway: Gateway;
  /** The sweeps do not run, as after a hang. */
  sweepsAreOff: boolean;
  /** What is due by now. */
  sweepAll(): Promise<void>;
  /** Until nothing is left that may be sent now. */
  deliverAll(): Promise<void>;
  /** Every half hour, and what belongs to a day at its hour. */
  plan(): void;
}

export function createMachine(stage: Stage): Machine {
  const { agenda, wall, county, post, mishaps, findings } = stage;
  const gateway: Gateway = { isDown: false, handed: new Map() };

  function faultsSoFar(): number {
    return Object.values(mishaps.counts()).reduce((sum, count) => sum + count, 0);
  }

  /** Handed over again without any mishap between: a doubled message. */
  async function channel({ id }: OutboxNotice): Promise<void> {
    if (gateway.isDown) throw new Error("the gateway is down");
    const before = gateway.handed.get(id);
    const faultsThen = faultsSoFar();
    if (before !== undefined && before.faultsThen === faultsThen)
      findings.blame("noticeOnce", id, "handed over twice, and nothing had gone wrong");
    gateway.handed.set(id, { times: (before?.times ?? 0) + 1, faultsThen });
  }

  async function sweepAll(): Promise<void> {
    if (machine.sweepsAreOff) return;
    for (let rounds = 0; rounds < 1000; rounds++) {
      const next = await post.run(async () => await county.deps().store.clocks.nextLook());
      if (next === null || next > wall.now()) return;
      await post.run(async () => await sweep(county.deps()));
    }
  }

  async function deliverAll(): Promise<void> {
    for (let rounds = 0; rounds < 1000; rounds++) {
      const tried = await post.run(async () => await deliver(county.deps(), channel));
      if (tried === 0) return;
    }
  }

  async function work(): Promise<void> {
    const deps = county.deps();
    await deliverAll();
    if (!machine.sweepsAreOff) await post.run(async () => await sweepCalls(county.deps()));
    if (deps.emergencies.current().length > 0) await post.run(async () => await writeBriefs(county.deps()));
    agenda.add(wall.truth() + 30 * MINUTE, "jobs", work);
  }

  async function count(): Promise<void> {
    for (let rounds = 0; rounds < 1000; rounds++) {
      const counted = await post.run(async () => await county.deps().store.evaluation.catchUp(100));
      if (counted === 0) break;
    }
    await post.run(async () => await county.deps().catalogue.refresh());
    agenda.add(wall.truth() + 24 * HOUR, "counting", count);
  }

  const machine: Machine = {
    gateway,
    sweepsAreOff: false,
    sweepAll,
    deliverAll,
    plan() {
      agenda.add(wall.truth() + 30 * MINUTE, "jobs", work);
      agenda.add(wall.truth() + 26 * HOUR, "counting", count);
    },
  };
  return machine;
}
