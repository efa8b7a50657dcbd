/** The frame of every page: bar on top with menu and person, menu at the bottom on phones, state of line and queue. */
import type { ComponentChildren } from "preact";
import { useLocation } from "preact-iso/router";
import { account, unit } from "../state/session.ts";
import { readWall } from "../state/wall.ts";
import { words } from "../words.ts";
import { AccountMenu } from "./AccountMenu.tsx";
import { Later } from "./Later.tsx";
import { LineState } from "./LineState.tsx";
import { NavBar } from "./NavBar.tsx";
import styles from "./Shell.module.css";
import { ToastBar } from "./ToastBar.tsx";

/** Links of four characters that stay clear of the unit's name on an office screen of 1,366 px. */
const desktopPlaces = 7;
/** Five fingers wide on a phone of 360 px. */
const phonePlaces = 5;

/** A pointer as fine as a mouse comes with keys; a phone does not fetch what it has no keys for. */
const hasKeys = matchMedia("(pointer: fine)").matches;
const deskKeys = () => import("./DeskKeys.tsx").then((part) => part.DeskKeys);

export function Shell({ children }: { readonly children: ComponentChildren }) {
  const signedIn = account.value !== null;
  // The report has the lower edge of the phone for itself: its button belongs under the thumb.
  const { path, query } = useLocation();
  const hasMenu = signedIn && path !== "/report";
  // Nobody presses menus on a wall.
  if (path === "/cockpit" && readWall(query).isOn)
    return (
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    );
  return (
    <div class={`${styles["shell"]} ${hasMenu ? styles["signedIn"] : ""}`}>
      <a class={styles["skip"]} href="#main">
        {words.skip}
      </a>
      <header class={styles["bar"]}>
        <a class={styles["brand"]} href="/">
          <img src="/icon.svg" alt="" width={26} height={26} />
          <strong>{words.product}</strong>
          <span class={styles["unit"]}>{unit.value?.name ?? words.tagline}</span>
        </a>
        {signedIn && <NavBar class={styles["nav"]} places={desktopPlaces} />}
        <AccountMenu />
      </header>
      <LineState />
      <main id="main" class={styles["main"]} tabIndex={-1}>
        {children}
      </main>
      {hasMenu && <NavBar class={styles["bottom"]} places={phonePlaces} />}
      <ToastBar />
      {signedIn && hasKeys && <Later load={deskKeys} props={{}} />}
    </div>
  );
}
