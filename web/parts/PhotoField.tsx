/** Photos of an act: sent as they are taken, so that the act itself carries only their ids. */
import { useEffect, useState } from "preact/hooks";
import { randomUUID } from "../state/ids.ts";
import type { Taken as Told } from "../../server/domain/closing/exif.ts";
import { closingWords } from "../closingWords.ts";
import { herePoint } from "../state/herePoint.ts";
import { takenOf } from "../state/photo.ts";
import { photosUnderWay } from "../state/photosUnderWay.ts";
import { sendPhoto } from "../state/queue.ts";
import { words } from "../words.ts";
import { PhotoInput } from "./PhotoInput.tsx";

interface PhotoFieldProps {
  readonly label: string;
  readonly change: (ids: readonly string[]) => void;
  /** The case says nothing of where it is. */
  readonly confidential?: boolean;
  /** Asks whether to say where it was taken; residents are not asked. */
  readonly asksPlace?: boolean;
}

interface Taken {
  readonly key: string;
  readonly blob: Blob;
  readonly id: string | null;
  readonly fate: "sending" | "sent" | "failed";
}

const fateWords = { sending: words.photo.sending, sent: "", failed: words.photo.failed } as const;

export function PhotoField({ label, change, confidential = false, asksPlace = true }: PhotoFieldProps) {
  const [place, setPlace] = useState(false);
  const [taken, setTaken] = useState<readonly Taken[]>([]);
  useEffect(() => change(taken.map((photo) => photo.id).filter((id) => id !== null)), [taken]);

  async function add(blobs: readonly Blob[]): Promise<void> {
    const fresh = blobs.map((blob) => ({ key: randomUUID(), blob, id: null, fate: "sending" as const }));
    setTaken((old) => [...old, ...fresh]);
    await send(fresh);
  }

  /** One after the other; what did not arrive keeps its picture and is sent again on a press. */
  async function send(photos: readonly Taken[]): Promise<void> {
    photosUnderWay.value += photos.length;
    for (const { key, blob } of photos) {
      const id = await sentId(blob).catch(() => null);
      become(key, { id, fate: id === null ? "failed" : "sent" });
      photosUnderWay.value -= 1;
    }
  }

  function again(photo: Taken): void {
    become(photo.key, { id: null, fate: "sending" });
    void send([photo]);
  }

  function become(key: string, after: Pick<Taken, "id" | "fate">): void {
    setTaken((old) => old.map((row) => (row.key === key ? { ...row, ...after } : row)));
  }

  async function sentId(taken: Blob): Promise<string | null> {
    const told = await toldOf(taken, place);
    const blob = asksPlace ? await stampedBy(taken, { told, confidential }) : taken;
    const answer = await sendPhoto(blob, told);
    return answer.kind === "answer" ? answer.value.id : null;
  }

  return (
    <>
      <PhotoInput
        label={label}
        photos={taken.map((photo) => ({
          key: photo.key,
          blob: photo.blob,
          state: fateWords[photo.fate],
          again: photo.fate === "failed" ? () => again(photo) : undefined,
        }))}
        add={(blobs) => void add(blobs)}
        remove={(key) => setTaken((old) => old.filter((row) => row.key !== key))}
      />
      {asksPlace && (
        <label>
          <input
            type="checkbox"
            checked={place}
            onChange={(event) => setPlace(event.currentTarget.checked)}
          />{" "}
          {closingWords.attachPlace}
        </label>
      )}
    </>
  );
}

/** What the camera wrote; on request with where the phone is now, which the picture itself may not tell. */
async function toldOf(blob: Blob, place: boolean): Promise<Told | null> {
  const told = takenOf(blob);
  const here = place ? await herePoint() : null;
  return here === null ? told : { at: told?.at ?? null, ...here };
}

interface Circumstances {
  readonly told: Told | null;
  readonly confidential: boolean;
}

/** Time, and where it was taken as far as that is told anyway. */
async function stampedBy(blob: Blob, { told, confidential }: Circumstances): Promise<Blob> {
  const point = told?.lng == null || told.lat == null ? null : { lng: told.lng, lat: told.lat };
  const stamp = {
    takenAt: told?.at ?? Date.now(),
    cell: null,
    point: point && { ...point, source: "satellite" as const },
    confidential,
  };
  return await import("../state/stamp.ts").then(
    ({ stamped }) => stamped(blob, stamp),
    () => blob,
  );
}
