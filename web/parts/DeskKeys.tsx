/** What a desk has beside a phone: keys, what they open over a page, and a mouse whose presses count. */
import { useLocation } from "preact-iso/router";
import { useEffect } from "preact/hooks";
import { deskKeys, opened } from "../state/deskKeys.ts";
import { surePress } from "../state/surePress.ts";
import { later } from "./Later.tsx";

const KeySheet = later(() => import("./KeySheet.tsx").then((part) => part.KeySheet));
const Palette = later(() => import("./Palette.tsx").then((part) => part.Palette));

export function DeskKeys() {
  const { route } = useLocation();
  useEffect(() => deskKeys((address) => route(address)), []);
  useEffect(surePress, []);
  const close = () => (opened.value = null);
  if (opened.value === "palette") return <Palette close={close} />;
  return opened.value === "keys" ? <KeySheet close={close} /> : null;
}
