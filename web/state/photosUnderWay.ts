/** Photos of acts that are still on their way: an act that is sent before they have arrived would go without them. */
import { signal } from "@preact/signals";

export const photosUnderWay = signal(0);
