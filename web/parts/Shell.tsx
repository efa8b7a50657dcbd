/** The frame of every page: bar on top with menu and person, menu at the bottom on phones, state of line and queue. */
import type { ComponentChildren } from "preact";
import { useLocation } from "preact-iso/router";
import { account, unit } from "../state/session.ts";
import { words } from "../words.ts";
import { AccountMenu } from "./AccountMenu.tsx";
import { Icon } from "./Icon.tsx";
import { LineState } from "./LineState.tsx";
import { isHere, navOf } from "./nav.ts";
import styles from "./Shell.module.css";
import { ToastBar } from "./ToastBar.tsx";

export function Shell({ children }: { readonly children: ComponentChildren }) {
  const signedIn = account.value !== null;
  // The report has the lower edge of the phone for itself: its button belongs under the thumb.
  const { path } = useLocation();
  const hasMenu = signedIn && path !== "/report";
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
        {signedIn && <Nav class={styles["nav"]} />}
        <AccountMenu />
      </header>
      <LineState />
      <main id="main" class={styles["main"]} tabIndex={-1}>
        {children}
      </main>
      {hasMenu && <Nav class={styles["bottom"]} />}
      <ToastBar />
    </div>
  );
}

function Nav({ class: className }: { readonly class: string | undefined }) {
  const { path } = useLocation();
  const role = account.value?.role;
  return (
    <nav class={className} aria-label={words.shell.mainNav}>
      {role &&
        navOf(role).map((link) => (
          <a key={link.href} href={link.href} aria-current={isHere(link, path) ? "page" : undefined}>
            <Icon name={link.icon} />
            <span>{link.label}</span>
          </a>
        ))}
    </nav>
  );
}
