/** Which pages each role finds in its menu, in the order of its day. */
import type { Role } from "../../server/domain/case.ts";
import { words } from "../words.ts";
import type { IconName } from "./iconPaths.ts";

export interface NavLink {
  readonly href: string;
  readonly label: string;
  readonly icon: IconName;
}

const { nav } = words.shell;
const home: NavLink = { href: "/home", label: nav.home, icon: "home" };
const worklist: NavLink = { href: "/cases", label: nav.worklist, icon: "list" };
const map: NavLink = { href: "/map", label: nav.map, icon: "map" };
const overview: NavLink = { href: "/overview", label: nav.overview, icon: "gauge" };
const report: NavLink = { href: "/report", label: nav.report, icon: "plus" };
const inbox: NavLink = { href: "/inbox", label: nav.inbox, icon: "bell" };
const people: NavLink = { href: "/people", label: nav.people, icon: "people" };

const links: Record<Role, readonly NavLink[]> = {
  gridWorker: [home, worklist, map, inbox],
  township: [worklist, map, report, inbox],
  department: [worklist, map, report, inbox],
  centre: [overview, worklist, map, report, inbox],
  leader: [overview, worklist, map, inbox],
  admin: [people],
};

export function navOf(role: Role): readonly NavLink[] {
  return links[role];
}

/** `/cases/4` belongs to the link `/cases`. */
export function isHere(link: NavLink, path: string): boolean {
  return path === link.href || path.startsWith(`${link.href}/`);
}
