/** Blocks that one subject alone shows: kept out of what every subject fetches, and missed aloud. */
import { needed } from "../parts/Later.tsx";

export const CalendarEditor = needed(() =>
  import("./CalendarEditor.tsx").then((part) => part.CalendarEditor),
);
export const Successions = needed(() => import("./Successions.tsx").then((part) => part.Successions));
