/**
 * 撤回: whoever reported it takes it back, as long as nothing has been done. What others reported too, what was split and
 * what may endanger somebody goes on.
 */
import { type Move, quiet } from "./row.ts";

/** Of everybody who had it in hand, nobody is judged by the end; what had run out by then stays missed. */
const withdrawn = {
  ...quiet,
  to: "withdrawn",
  needs: [],
  may: ["note"],
  voids: [
    "file",
    "verify",
    "dispatch",
    "accept",
    "handle",
    "contact",
    "assistSign",
    "assist",
    "stage",
    "check",
    "ruling",
    "approve",
    "supervise",
    "rectify",
  ],
  hands: "nobody",
} as const;

export const withdrawingMoves = [
  // 撤回诉求: by the resident (这事已解决)
  {
    ...withdrawn,
    action: "withdraw",
    from: ["reported", "verifying", "filed", "dispatched", "accepted"],
    by: ["resident"],
    when: ["noDanger", "notLead", "notFollower", "noPart"],
    tells: ["assistants", "lead", "desk"],
  },
  // 撤回上报: by the account that sent it, before anybody has judged it
  {
    ...withdrawn,
    action: "retract",
    from: ["reported", "handled"],
    by: ["reporter"],
    when: ["notTakenUp", "noDanger", "notLead", "notFollower", "noPart"],
    tells: ["desk"],
  },
] as const satisfies readonly Move[];
