/** The file of a page: fetched when the page is opened, and what stands there where it cannot be had. */
import lazy from "preact-iso/lazy";
import { words } from "../words.ts";
import { ProblemNotice } from "./Notice.tsx";

const RENEWED = "huying.renewed";
const MINUTE = 60_000;

/**
 * A file that is gone was most likely replaced by a newer build: the address is opened anew, whole, once a minute at most.
 * Where that does not help, the page says so instead of waiting for ever.
 */
export function pageOf<Page>(load: () => Promise<Page>) {
  return lazy<Page | typeof NoFile>(() => load().catch(() => (mayRenew() ? renewed() : NoFile)));
}

function mayRenew(): boolean {
  return navigator.onLine && Date.now() - Number(sessionStorage.getItem(RENEWED)) > MINUTE;
}

/** Never answers: the page that waits for it is on its way out. */
function renewed(): Promise<never> {
  sessionStorage.setItem(RENEWED, String(Date.now()));
  location.reload();
  return new Promise(() => {});
}

/** What stands where a page cannot be fetched. */
function NoFile() {
  const detail = navigator.onLine ? words.problem.noFile : words.problem.offline;
  const problem = { kind: "problem", status: 0, code: "noFile", detail, field: null } as const;
  return <ProblemNotice problem={problem} retry={() => location.reload()} />;
}
