/** Trouble that lasts: sweeps that hang, a clock that is wrong, a gateway that is down, a house that is switched off. */
import { createChance } from "../demo/chance.ts";
import { DAY, HOUR, MINUTE, startOfDay } from "../domain/time.ts";
import type { Machine } from "./machine.ts";
import type { Stage } from "./stage.ts";

export function planTrouble(day: number, stage: Stage, machine: Machine): void {
  const chance = createChance(`${stage.seed} trouble ${day}`);
  const { agenda, wall, mishaps, county, mirror } = stage;
  const sometime = () => startOfDay(day) + chance.between(1, 22) * HOUR;
  if (chance.happens(0.12)) {
    const lasts = chance.happens(0.2) ? chance.between(1, 4) * DAY : chance.between(1, 10) * HOUR;
    const from = sometime();
    agenda.add(from, "sweeps hang", async () => {
      mishaps.note("sweepsOff");
      machine.sweepsAreOff = true;
      agenda.add(wall.truth() + lasts, "sweeps go on", async () => void (machine.sweepsAreOff = false));
    });
  }
  if (chance.happens(0.08)) {
    const lasts = chance.between(2, 80) * HOUR;
    agenda.add(sometime(), "gateway down", async () => {
      mishaps.note("gatewayDown");
      machine.gateway.isDown = true;
      agenda.add(wall.truth() + lasts, "gateway up", async () => void (machine.gateway.isDown = false));
    });
  }
  if (chance.happens(0.08)) {
    const by = chance.between(-1, 1) * (chance.happens(0.15) ? 2 * DAY : 2 * HOUR);
    const lasts = chance.between(5, 90) * MINUTE;
    agenda.add(sometime(), "clock wrong", async () => {
      mishaps.note("clockJump");
      wall.jump(Math.floor(by));
      agenda.add(wall.truth() + lasts, "clock right", async () => wall.jump(0));
    });
  }
  if (chance.happens(0.02)) {
    const lasts = chance.between(8, 60) * HOUR;
    agenda.add(sometime(), "house off", async () => {
      // Whatever people wanted meanwhile they try again when it is back
      mishaps.note("longNight");
      wall.set(wall.truth() + lasts);
      await county.restart();
      mirror.recover();
    });
  }
}
