/** 拼音首字母 of names that stand in lists, worked out once for each: a list is filtered anew with every key. */
import { type Initials, initialsOf } from "../../geo/places/initials.ts";

const known = new Map<string, Initials>();

export function initialsOfName(name: string): Initials {
  const found = known.get(name) ?? initialsOf(name);
  known.set(name, found);
  return found;
}
