/**
 * 照片水印: time and place drawn onto a photo, on the phone and when it is sent, so that what is confidential by then
 * bears no place. The rule is the county's (fixtures/field.json), kept here for where there is no network.
 */
import { spotOf } from "../../geo/datum.ts";
import type { FieldRule, StampRule } from "../../server/domain/field.ts";
import type { PointValue } from "../../server/domain/fields.ts";
import { type Instant, wallClock } from "../../server/domain/time.ts";
import { ask } from "../api.ts";
import { stampWords } from "../stampWords.ts";
import type { Draft, DraftPhoto } from "./draft.ts";

const KEPT = "huying.stamp";
const QUALITY = 0.8;

export interface Stamp {
  readonly takenAt: Instant;
  /** Name of the cell, where it is known. */
  readonly cell: string | null;
  readonly point: Pick<PointValue, "lng" | "lat" | "source" | "datum"> | null;
  /** Then nothing on it says where it was. */
  readonly confidential: boolean;
}

/** What is drawn, line by line; nothing where the county wants none. Pure. */
export function stampLines(
  { takenAt, cell, point, confidential }: Stamp,
  rule: StampRule,
): readonly string[] {
  if (!rule.on) return [];
  const time = wallClock(takenAt).slice(0, 16);
  if (!rule.place || confidential) return [time];
  const spot = point && spotOf(point);
  const source = point?.source ?? "hand";
  const place = spot && stampWords.place(spot.lng.toFixed(5), spot.lat.toFixed(5), source);
  return [time, cell, place].filter((line): line is string => line !== null);
}

/** The photos of a report, each stamped once; a photo that cannot be drawn on goes as it is. */
export async function stampedDraft(draft: Draft, cell: string | null): Promise<Draft> {
  const rule = await stampRule();
  if (rule === null || draft.by === null) return draft;
  const each = async (photo: DraftPhoto): Promise<DraftPhoto> => {
    if (photo.isStamped || photo.sentId !== null) return photo;
    const { point, confidential } = draft;
    const takenAt = photo.takenAt ?? draft.startedAt;
    const blob = await drawn(photo.blob, stampLines({ takenAt, cell, point, confidential }, rule));
    return { ...photo, blob, isStamped: true };
  };
  return {
    ...draft,
    photos: await Promise.all(draft.photos.map(each)),
    photosAfter: await Promise.all(draft.photosAfter.map(each)),
  };
}

/** One photo of an act. */
export async function stamped(blob: Blob, stamp: Stamp): Promise<Blob> {
  const rule = await stampRule();
  return rule === null ? blob : await drawn(blob, stampLines(stamp, rule));
}

/** As it was last heard, while it is asked for anew; asked for and waited for only where nobody has ever said. */
async function stampRule(): Promise<StampRule | null> {
  const kept = keptRule();
  const fresh = freshRule();
  return kept ?? (await fresh);
}

async function freshRule(): Promise<StampRule | null> {
  const answer = await ask<FieldRule>("/api/field", { timeout: 3000 });
  if (answer.kind === "problem") return null;
  try {
    localStorage.setItem(KEPT, JSON.stringify(answer.value.stamp));
  } catch {
    // Then it is asked for each time
  }
  return answer.value.stamp;
}

function keptRule(): StampRule | null {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? "null") as StampRule | null;
  } catch {
    return null;
  }
}

/** White on a dark band along the lower edge: read on any picture. */
async function drawn(blob: Blob, lines: readonly string[]): Promise<Blob> {
  if (lines.length === 0) return blob;
  try {
    const picture = await createImageBitmap(blob);
    const canvas = document.createElement("canvas");
    canvas.width = picture.width;
    canvas.height = picture.height;
    const context = canvas.getContext("2d");
    if (!context) return blob;
    context.drawImage(picture, 0, 0);
    picture.close();
    const size = Math.max(12, Math.round(Math.min(canvas.width, canvas.height) / 28));
    const band = size * (lines.length * 1.4 + 0.6);
    context.fillStyle = "rgba(12, 20, 32, 0.62)";
    context.fillRect(0, canvas.height - band, canvas.width, band);
    context.fillStyle = "#fff";
    context.font = `${size}px sans-serif`;
    context.textBaseline = "top";
    for (const [at, line] of lines.entries())
      context.fillText(line, size * 0.6, canvas.height - band + size * (0.4 + at * 1.4), canvas.width - size);
    const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
    return made ?? blob;
  } catch {
    return blob;
  }
}
