/** What a move changes on the case besides state and clocks: one small function per act that changes anything. */
import { argue } from "./effects/argue.ts";
import { assistEffect } from "./effects/assist.ts";
import { componentEffect } from "./effects/component.ts";
import { end } from "./effects/end.ts";
import { pause } from "./effects/pause.ts";
import { stageEffect } from "./effects/stage.ts";
import { superviseEffect } from "./effects/supervise.ts";
import { takeUp } from "./effects/takeUp.ts";
import type { Actor, Case, Refusal } from "./case.ts";
import type { Command } from "./workflow.ts";
import type { World } from "./world.ts";

export type Change = Partial<Case>;

/** What an effect is made from; `found` is the case before the act. */
export interface Doing {
  readonly found: Case;
  readonly actor: Actor;
  readonly world: World;
}

/** Each chapter answers for its own acts and null for those of others; an act that changes nothing belongs to none. */
export function applyEffect(found: Case, command: Command, actor: Actor, world: World): Change | Refusal {
  const doing = { found, actor, world };
  return (
    takeUp(command, doing) ??
    argue(command, doing) ??
    pause(command, doing) ??
    end(command, doing) ??
    superviseEffect(command, doing) ??
    assistEffect(command, doing) ??
    stageEffect(command, doing) ??
    componentEffect(command, doing) ??
    {}
  );
}
