/** What the keyboard opens over a page; fetched once somebody with a keyboard is signed in. */
import { useLocation } from "preact-iso/router";
import { useEffect } from "preact/hooks";
import { deskKeys, opened } from "../state/deskKeys.ts";
import { later } from "./Later.tsx";

const KeySheet = later(() => import("./KeySheet.tsx").then((part) => part.KeySheet));
const Palette = later(() => import("./Palette.tsx").then((part) => part.Palette));

export function DeskKeys() {
  const { route } = useLocation();
  useEffect(() => deskKeys((address) => route(address)), []);
  const close = () => (opened.value = null);
  if (opened.value === "palette") return <Palette close={close} />;
  return opened.value === "keys" ? <KeySheet close={close} /> : null;
}
