import { signal } from "@preact/signals";
import type { GridFaultAnswer } from "../../server/domain/gridAnswers.ts";

/** The finding that is looked at: the map flies to it. */
export const looked = signal<GridFaultAnswer | null>(null);
