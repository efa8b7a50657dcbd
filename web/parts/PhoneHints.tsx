/** How this phone is, said before anything is lost: room, and an address that forbids positions. */
import { useEffect, useState } from "preact/hooks";
import { homeWords } from "../homeWords.ts";
import { tightRoom } from "../state/room.ts";
import { Hint } from "./Notice.tsx";

export function PhoneHints() {
  const [tight, setTight] = useState<number | null>(null);
  useEffect(() => void tightRoom().then(setTight), []);
  return (
    <>
      {tight !== null && <Hint tone="warn">{homeWords.nearlyFull(tight)}</Hint>}
      {!isSecureContext && <Hint tone="warn">{homeWords.insecure}</Hint>}
    </>
  );
}
