/** Which pages each role finds in its menu, in the order of its day, and whose a page is. */
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
const tasks: NavLink = { href: "/tasks", label: nav.tasks, icon: "pin" };
const worklist: NavLink = { href: "/cases", label: nav.worklist, icon: "list" };
const ledger: NavLink = { href: "/ledger", label: nav.ledger, icon: "list" };
const map: NavLink = { href: "/map", label: nav.map, icon: "map" };
const overview: NavLink = { href: "/overview", label: nav.overview, icon: "gauge" };
const cockpit: NavLink = { href: "/cockpit", label: nav.cockpit, icon: "gauge" };
const evaluation: NavLink = { href: "/evaluation", label: nav.evaluation, icon: "chart" };
const supervision: NavLink = { href: "/supervision", label: nav.supervision, icon: "flag" };
const report: NavLink = { href: "/report", label: nav.report, icon: "plus" };
const inbox: NavLink = { href: "/inbox", label: nav.inbox, icon: "bell" };
const emergency: NavLink = { href: "/emergency", label: nav.emergency, icon: "warn" };
const calls: NavLink = { href: "/calls", label: nav.calls, icon: "phone" };
const catalogue: NavLink = { href: "/catalogue", label: nav.catalogue, icon: "route" };
const county: NavLink = { href: "/county", label: nav.county, icon: "text" };
const grid: NavLink = { href: "/grid", label: nav.grid, icon: "map" };
const names: NavLink = { href: "/names", label: nav.names, icon: "pin" };
const shifts: NavLink = { href: "/shifts", label: nav.shifts, icon: "pin" };
const marks: NavLink = { href: "/marks", label: nav.marks, icon: "check" };
const duplicates: NavLink = { href: "/duplicates", label: nav.duplicates, icon: "copies" };
const analysis: NavLink = { href: "/analysis", label: nav.analysis, icon: "search" };
const components: NavLink = { href: "/components", label: nav.components, icon: "lamp" };
const exports: NavLink = { href: "/exports", label: nav.exports, icon: "down" };
const securityLog: NavLink = { href: "/security-log", label: nav.securityLog, icon: "eye" };
const reveals: NavLink = { href: "/reveals", label: nav.reveals, icon: "eye" };
const record: NavLink = { href: "/record", label: nav.record, icon: "lock" };
const people: NavLink = { href: "/people", label: nav.people, icon: "people" };

/** The most used first: what does not fit in the bar is found under 更多. */
const links: Record<Role, readonly NavLink[]> = {
  gridWorker: [home, tasks, worklist, inbox, map, marks],
  township: [
    worklist,
    calls,
    report,
    inbox,
    map,
    duplicates,
    analysis,
    ledger,
    evaluation,
    emergency,
    components,
    names,
    catalogue,
    marks,
    exports,
  ],
  department: [
    worklist,
    calls,
    inbox,
    report,
    map,
    ledger,
    evaluation,
    emergency,
    components,
    catalogue,
    marks,
    exports,
  ],
  centre: [
    overview,
    supervision,
    worklist,
    calls,
    map,
    report,
    inbox,
    duplicates,
    analysis,
    ledger,
    evaluation,
    cockpit,
    emergency,
    components,
    names,
    shifts,
    catalogue,
    county,
    marks,
    exports,
    reveals,
    record,
  ],
  leader: [
    cockpit,
    overview,
    supervision,
    worklist,
    calls,
    map,
    inbox,
    analysis,
    ledger,
    evaluation,
    emergency,
    components,
    catalogue,
    marks,
    exports,
    record,
  ],
  admin: [people, county, securityLog, record, grid, shifts, emergency, components, catalogue, marks],
};

export function navOf(role: Role): readonly NavLink[] {
  return links[role];
}

/**
 * The links beside each other and those behind 更多. A bar of `places` links shows all of them when they fit, else it
 * keeps its last place for the button 更多.
 */
export function inBar(
  all: readonly NavLink[],
  places: number,
): { shown: readonly NavLink[]; more: readonly NavLink[] } {
  if (all.length <= places) return { shown: all, more: [] };
  return { shown: all.slice(0, places - 1), more: all.slice(places - 1) };
}

/** Which of these links stands for a page: `/cases/4` belongs to `/cases`. */
export function linkTo(path: string, among: readonly NavLink[]): NavLink | undefined {
  return among.find((link) => isHere(link, path));
}

export function isHere(link: NavLink, path: string): boolean {
  return path === link.href || path.startsWith(`${link.href}/`);
}

/** A page that stands in some menus belongs to those roles; a page that stands in none is everybody's. */
export function isTheirs(role: Role, path: string): boolean {
  if (linkTo(path, links[role])) return true;
  return Object.values(links).every((others) => linkTo(path, others) === undefined);
}
