/** A report before it is sent: saved on the device with every change, never lost to a closed browser. */
import type { PointValue } from "../../server/domain/fields.ts";
import type { Instant } from "../../server/domain/time.ts";
import { randomUUID } from "./ids.ts";

/** Where a point came from (来源): a pin set by hand never pretends to be a satellite fix. */
export type PointSource = "satellite" | "hand";

export interface DraftPhoto {
  readonly key: string;
  readonly blob: Blob;
  /** Id given by the server once it has the picture: a broken sending goes on here. */
  readonly sentId: string | null;
}

export interface Draft {
  /** Made on the phone; the server answers a second arrival with the first case. */
  readonly id: string;
  /** Account that wrote it; null for a resident. */
  readonly by: string | null;
  readonly startedAt: Instant;
  readonly text: string;
  readonly itemCode: string | null;
  readonly point: PointValue | null;
  readonly pointSource: PointSource | null;
  readonly address: string;
  readonly photos: readonly DraftPhoto[];
  readonly name: string;
  readonly phone: string;
  readonly confidential: boolean;
}

export function newDraft(by: string | null, startedAt: Instant): Draft {
  return {
    id: randomUUID(),
    by,
    startedAt,
    text: "",
    itemCode: null,
    point: null,
    pointSource: null,
    address: "",
    photos: [],
    name: "",
    phone: "",
    confidential: false,
  };
}

/** Nothing a person entered: not worth keeping. */
export function isBlank(draft: Draft): boolean {
  return (
    draft.text.trim() === "" && draft.itemCode === null && draft.photos.length === 0 && draft.address === ""
  );
}

/** What must still be said before it can be sent; null when it can. */
export function lacks(draft: Draft): "content" | "place" | "phone" | null {
  if (draft.text.trim() === "" && (draft.itemCode === null || draft.photos.length === 0)) return "content";
  if (draft.point === null && draft.address.trim() === "") return "place";
  return draft.by === null && draft.phone !== "" && !/^1\d{10}$|^0\d{2,3}-?\d{7,8}$/.test(draft.phone)
    ? "phone"
    : null;
}
