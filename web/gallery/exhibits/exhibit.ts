import type { ComponentChildren } from "preact";
import type { galleryWords } from "../galleryWords.ts";

/** A part in every state it can be in. */
export interface Exhibit {
  /** Named after its file in web/parts. */
  readonly part: string;
  /** It lies on the bar of the house. */
  readonly onBar?: boolean;
  /** It clings to the lower edge of the window. */
  readonly floats?: boolean;
  readonly states: Readonly<Partial<Record<keyof typeof galleryWords.states, () => ComponentChildren>>>;
}
