/** Whose a photo is to look at and to put on a case, asked of the store: before every look and every act with photos. */
import { createHash } from "node:crypto";
import type { PhotoRow } from "../db/store.ts";
import type { Deps } from "./deps.ts";
import { type Actor, type Case, type Refusal, refuse } from "./domain/case.ts";
import { inScope, scopeOf } from "./domain/permit.ts";
import {
  isFreeToShow,
  maySeePhoto,
  mayShowPhoto,
  namedPhoto,
  type PhotoStanding,
} from "./domain/photoRights.ts";

/** Whom the house knows the bearer of a key as: the key itself is kept nowhere. */
export function bearerOf(key: string): string {
  return `key:${createHash("sha256").update(key).digest("hex")}`;
}

/** @returns null when there is no such photo, or none that the actor may know of. */
export async function seenPhoto(id: string, actor: Actor, deps: Deps): Promise<PhotoRow | null> {
  const photo = await deps.store.photos.byId(id);
  return photo && maySeePhoto(await standingOf(photo, seenBy(actor), deps), actor) ? photo : null;
}

export interface Showing {
  readonly actor: Actor;
  /** The account of a device that is locked out: what it sent before is still its own. */
  readonly account?: string | undefined;
  /** Id of the report it is for: sent again, it shows nothing new. */
  readonly reportId?: string;
}

/**
 * @param ids as the sender names them, with the keys they have.
 * @returns what is told of a photo that there is none of, where it is not theirs to show.
 */
export async function photosForbid(
  ids: readonly string[],
  { actor, account = actor.id, reportId }: Showing,
  deps: Deps,
): Promise<Refusal | null> {
  const isSeen = seenBy(actor);
  for (const given of ids) {
    const { id, key } = namedPhoto(given);
    const photo = await deps.store.photos.byId(id);
    const owners = key === null ? [account] : [account, bearerOf(key)];
    if (photo && isFreeToShow(photo.uploadedBy, owners)) continue;
    const standing =
      photo && (await standingOf(photo, (found) => found.reportId === reportId || isSeen(found), deps));
    if (!standing || !mayShowPhoto(standing, actor))
      return refuse("badValue", { field: "photos", given, expected: "已上传的照片编号" });
  }
  return null;
}

function seenBy(actor: Actor): (found: Case) => boolean {
  const scope = scopeOf(actor);
  return (found) => inScope(scope, found);
}

/** Cases are read until one is found that may be seen. */
async function standingOf(
  { id, uploadedBy }: PhotoRow,
  isSeen: (found: Case) => boolean,
  { store }: Deps,
): Promise<PhotoStanding> {
  const caseIds = await store.photos.casesWith(id);
  for (const caseId of caseIds) {
    const found = await store.cases.byId(caseId);
    if (found && isSeen(found)) return { uploadedBy, isShown: true, isSeen: true };
  }
  return { uploadedBy, isShown: caseIds.length > 0, isSeen: false };
}
