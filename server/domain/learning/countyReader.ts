/**
 * The reader of this county: the list of matters with all corrections, the trained model beside it where one is in use,
 * and the line above which it may propose. Server and phone put it together here, from the same parts.
 */
import { type Reader, SURE_ABOVE } from "../reader.ts";
import type { Readable } from "../reader.ts";
import { type Blend, createBlendedReader, withLine } from "./blend.ts";
import { createChangedReader } from "./learningReader.ts";
import type { Lexicon } from "./lexicon.ts";
import { unpackModel } from "./pack.ts";
import { unpackChange } from "./packChange.ts";

export interface Beside {
  readonly blend: Blend | null;
  /** As the county has set it; null while it has set none. */
  readonly line: number | null;
}

export function createCountyReader(corrected: Reader, { blend, line }: Beside): Reader {
  if (blend !== null) return createBlendedReader(corrected, blend, line ?? SURE_ABOVE);
  if (line === null) return corrected;
  return { classify: (text, context) => withLine(corrected.classify(text, context), line) };
}

/** What a device is given of it. */
export interface Parts {
  readonly lexicon: Lexicon;
  /** Packed by `packChange`. */
  readonly change: Uint8Array;
  readonly model: { readonly weight: number; readonly bytes: Uint8Array } | null;
  readonly line: number | null;
}

/** Reads as the server reads. @throws when the parts are damaged. */
export function createDeviceReader(items: Readable, { lexicon, change, model, line }: Parts): Reader {
  const added = unpackChange(change, items.items.length);
  const unpacked = model && unpackModel(model.bytes);
  if (added === null || unpacked?.kind === "refusal") throw new Error("Got damaged parts of a reader");
  const blend = model && unpacked && { model: unpacked.model, weight: model.weight };
  return createCountyReader(createChangedReader(items, lexicon, added), { blend, line });
}
