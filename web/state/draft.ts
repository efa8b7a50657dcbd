/** A report before it is sent: saved on the device with every change, never lost to a closed browser. */
import type { PointValue } from "../../server/domain/fields.ts";
import type { Instant } from "../../server/domain/time.ts";
import { randomUUID } from "./ids.ts";

/** Where a point came from (来源): a pin set by hand never pretends to be a satellite fix. `mended`: one read the right way. */
export type PointSource = "satellite" | "mended" | "hand" | "words" | "register";

export interface DraftPhoto {
  readonly key: string;
  readonly blob: Blob;
  /** Id given by the server once it has the picture: a broken sending goes on here. */
  readonly sentId: string | null;
  /** When it was taken, by its camera or else when it was put in; absent in drafts of earlier versions. */
  readonly takenAt?: Instant;
  /** Time and place are drawn on it already. */
  readonly isStamped?: boolean;
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
  /** 代居民上报: name and number are the resident's. */
  readonly onBehalf: boolean;
  /** 随手办结: solved by whoever reports it. */
  readonly solved: boolean;
  readonly result: string;
  readonly photosAfter: readonly DraftPhoto[];
  /** Id of a case nearby that it is one with; absent in drafts of earlier versions. */
  readonly sameAs?: string | null;
  /** 部件 it is about; absent in drafts of earlier versions. */
  readonly component?: DraftComponent | null;
}

export interface DraftComponent {
  readonly code: string;
  readonly name: string;
  /** Name of the owner. */
  readonly owner: string | null;
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
    onBehalf: false,
    solved: false,
    result: "",
    photosAfter: [],
    sameAs: null,
    component: null,
  };
}

/** A draft that an earlier version of the page kept on the device, with what it did not know yet. */
export function wholeDraft(kept: Draft): Draft {
  return { ...newDraft(kept.by, kept.startedAt), ...kept };
}

/** Nothing a person entered: not worth keeping. */
export function isBlank(draft: Draft): boolean {
  return (
    draft.text.trim() === "" && draft.itemCode === null && draft.photos.length === 0 && draft.address === ""
  );
}

export type Lacking =
  | "content"
  | "place"
  | "phone"
  | "reporter"
  | "item"
  | "takenBack"
  | "result"
  | "photosAfter";

/** What the chosen item says of 随手办结: photos of what was done, or that this person may not do it at all. */
export interface SpotRule {
  readonly photoAfter: boolean;
  readonly takenBack: boolean;
}

/** What must still be said before it can be sent; null when it can. */
export function lacks(draft: Draft, rule: SpotRule | null = null): Lacking | null {
  if (draft.text.trim() === "" && (draft.itemCode === null || draft.photos.length === 0)) return "content";
  if (draft.point === null && draft.address.trim() === "") return "place";
  const asked = draft.by === null || draft.onBehalf;
  if (asked && draft.phone !== "" && !/^1\d{10}$|^0\d{2,3}-?\d{7,8}$/.test(draft.phone)) return "phone";
  if (draft.onBehalf && draft.name.trim() === "" && draft.phone.trim() === "") return "reporter";
  return draft.solved ? lacksOnSpot(draft, rule) : null;
}

function lacksOnSpot(draft: Draft, rule: SpotRule | null): Lacking | null {
  if (draft.itemCode === null) return "item";
  if (rule?.takenBack) return "takenBack";
  if (draft.result.trim() === "") return "result";
  return rule?.photoAfter && draft.photosAfter.length === 0 ? "photosAfter" : null;
}
