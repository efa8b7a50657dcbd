/** Everything that the scenes of the rehearsal play with. */
import type { Point } from "../../geo/point.ts";
import type { Chance } from "../demo/chance.ts";
import type { Stage as Places } from "../demo/background.ts";
import type { DemoComponents } from "../demo/components.ts";
import type { Agenda } from "./agenda.ts";
import type { County } from "./county.ts";
import type { Findings } from "./findings.ts";
import type { Folk } from "./folk.ts";
import type { Mirror } from "./mirror.ts";
import type { Mishaps } from "./mishaps.ts";
import type { Post } from "./post.ts";
import type { Promises } from "./promises.ts";
import type { Seen } from "./seen.ts";
import type { Wall } from "./wall.ts";

export interface Stage {
  readonly seed: string;
  readonly wall: Wall;
  readonly chance: Chance;
  readonly agenda: Agenda;
  readonly county: County;
  readonly folk: Folk;
  readonly mirror: Mirror;
  readonly mishaps: Mishaps;
  readonly post: Post;
  readonly promises: Promises;
  readonly findings: Findings;
  readonly seen: Seen;
  readonly places: Places;
  /** What stands on the ground, as the register has it. */
  readonly register: DemoComponents;
  readonly photos: readonly string[];
  /** Accounts whose phone sends GCJ-02 for WGS-84. */
  readonly wrongPhones: Set<string>;
  /** Where the things of such a phone's reports really stand, by report. */
  readonly standing: Map<string, Point>;
  /** Days of storm. */
  readonly stormy: Set<number>;
  /** A fresh id for a command. */
  readonly commandId: () => string;
  /** Do messages and machines fail? */
  readonly faults: boolean;
}
