/** Blocks that one subject alone shows: kept out of what every subject fetches, and missed aloud. */
import { later } from "../parts/Later.tsx";
import { NoFile } from "../parts/pageOf.tsx";

export const CalendarEditor = later(() =>
  import("./CalendarEditor.tsx").then((part) => part.CalendarEditor).catch(() => NoFile),
);
export const Successions = later(() =>
  import("./Successions.tsx").then((part) => part.Successions).catch(() => NoFile),
);
