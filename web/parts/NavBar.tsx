/** The menu of pages: beside each other as far as they fit, the rest behind 更多. */
import { useLocation } from "preact-iso/router";
import { account } from "../state/session.ts";
import { words } from "../words.ts";
import { Icon } from "./Icon.tsx";
import { inBar, isHere, linkTo, navOf, type NavLink } from "./nav.ts";
import styles from "./NavBar.module.css";
import { useMenu } from "./useMenu.ts";

interface NavBarProps {
  readonly class: string | undefined;
  /** How many links fit. */
  readonly places: number;
}

export function NavBar({ class: className, places }: NavBarProps) {
  const { path } = useLocation();
  const role = account.value?.role;
  const { shown, more } = inBar(role ? navOf(role) : [], places);
  return (
    <nav class={className} aria-label={words.shell.mainNav}>
      {shown.map((link) => (
        <PageLink key={link.href} link={link} path={path} />
      ))}
      {more.length > 0 && <More links={more} path={path} />}
    </nav>
  );
}

function More({ links, path }: { readonly links: readonly NavLink[]; readonly path: string }) {
  const menu = useMenu();
  const here = linkTo(path, links);
  return (
    <details ref={menu} class={styles["more"]}>
      <summary data-here={here !== undefined}>
        <Icon name="more" />
        <span>{here?.label ?? words.shell.nav.more}</span>
      </summary>
      <div class={styles["sheet"]}>
        {links.map((link) => (
          <PageLink key={link.href} link={link} path={path} />
        ))}
      </div>
    </details>
  );
}

function PageLink({ link, path }: { readonly link: NavLink; readonly path: string }) {
  return (
    <a href={link.href} aria-current={isHere(link, path) ? "page" : undefined}>
      <Icon name={link.icon} />
      <span>{link.label}</span>
    </a>
  );
}
