/** Before filing: verification on the spot, danger, and what was solved by whoever saw it. */
import { checkers, desk, type Move, quiet } from "./row.ts";

export const intakeMoves = [
  // 立案前核实: the grid worker looks; the desk's clock is held meanwhile
  {
    ...quiet,
    action: "askVerify",
    from: ["reported"],
    to: "verifying",
    by: [...desk],
    when: ["cellKnown"],
    needs: [],
    may: ["note"],
    holds: ["file"],
    starts: ["verify"],
    hands: "checker",
    tells: ["holder"],
  },
  // 核实反馈
  {
    ...quiet,
    action: "verified",
    from: ["verifying"],
    to: "reported",
    by: [...checkers],
    needs: ["genuine"],
    may: ["note", "photosCheck"],
    stops: ["verify"],
    releases: true,
    hands: "desk",
    tells: ["holder"],
  },
  // 转 110/119/120: the lawful channel goes first; the case goes on
  {
    ...quiet,
    action: "transfer",
    from: ["reported", "verifying", "filed", "dispatched", "accepted"],
    to: "same",
    by: [...checkers, "leadUnit"],
    needs: ["service"],
    may: ["note"],
  },
  // 随手办结不实: what the reporter called solved is not; an ordinary case begins
  {
    ...quiet,
    action: "refute",
    from: ["handled"],
    to: "reported",
    by: [...desk],
    when: ["selfHandled"],
    needs: ["reworkReason"],
    may: ["note", "photosCheck"],
    stops: ["check"],
    starts: ["file"],
    hands: "desk",
    tells: ["reporter"],
  },
] as const satisfies readonly Move[];
