/**
 * Keys of what can be pressed. A key belongs to what stands on the screen: an element says by `aria-keyshortcuts` which
 * keys press it, so that no key does what no button offers. Pure.
 */
import { words } from "../words.ts";

/** The one next act is `e`; these acts have a key of their own besides. */
const ownKeys: Readonly<Record<string, string>> = { dispatch: "a", urge: "u", return: "t" };

/** @param isNext it is the act that carries the case on. */
export function keysOfAct(action: string, isNext: boolean): string | undefined {
  const keys = [isNext ? "e" : "", ownKeys[action] ?? ""].filter((key) => key !== "");
  return keys.length === 0 ? undefined : keys.join(" ");
}

interface KeyHint {
  readonly "aria-keyshortcuts"?: string;
  readonly title?: string;
}

/** What an element that these keys press says of them. */
export function keyHint(keys: string | undefined): KeyHint {
  return keys === undefined ? {} : { "aria-keyshortcuts": keys, title: words.key(keys) };
}
