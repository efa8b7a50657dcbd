/** The calls of a township's desk, a department's inbox, or what the centre must look after. */
import { useLocation } from "preact-iso/router";
import { useEffect } from "preact/hooks";
import { CallRows } from "../parts/CallRows.tsx";
import { Empty, Loading, ProblemNotice } from "../parts/Notice.tsx";
import {
  callCounts,
  callDesk,
  callProblem,
  callRows,
  callsReady,
  type CallTab,
  callTabs,
  followCalls,
  moreCalls,
  nextCalls,
  setApproval,
  showCalls,
} from "../state/callList.ts";
import { account } from "../state/session.ts";
import { callText } from "../callText.ts";
import bar from "../parts/FilterBar.module.css";
import styles from "./Calls.module.css";

export function Calls() {
  const { query } = useLocation();
  const role = account.value?.role ?? "township";
  const tabs = callTabs(role);
  const tab = tabs.find((name) => name === query["tab"]) ?? tabs[0] ?? "open";
  useEffect(() => void showCalls(tab), [tab]);
  useEffect(followCalls, []);
  const problem = callProblem.value;
  return (
    <div class={styles["page"]}>
      <header class={styles["head"]}>
        <h1>{callText.title}</h1>
        <a class="button" href="/calls/figures">
          {callText.figures}
        </a>
        {role === "township" && (
          <a class="button primary" href="/calls/new">
            {callText.start}
          </a>
        )}
      </header>
      <Approval />
      <Tabs tabs={tabs} current={tab} />
      {problem && <ProblemNotice problem={problem} retry={() => showCalls(tab)} />}
      {!callsReady.value && !problem && <Loading />}
      {callsReady.value && (
        <section class={`card ${styles["list"]}`} aria-label={callText.tabs[tab]}>
          {callRows.value.length === 0 ? (
            <Empty title={callText.empty[tab]} hint={callText.emptyHints[tab]} icon="phone" />
          ) : (
            <CallRows rows={callRows.value} />
          )}
        </section>
      )}
      {callsReady.value && nextCalls.value !== null && (
        <button type="button" class={`button ${styles["more"]}`} onClick={() => void moreCalls()}>
          {callText.loadMore}
        </button>
      )}
    </div>
  );
}

function Tabs({ tabs, current }: { readonly tabs: readonly CallTab[]; readonly current: CallTab }) {
  const counts = callCounts.value;
  const countOf = (tab: CallTab) => (tab === "over" ? null : (counts?.[tab] ?? null));
  return (
    <nav class={bar["tabs"]} aria-label={callText.tabsLabel}>
      {tabs.map((tab) => (
        <a key={tab} href={`/calls?tab=${tab}`} aria-current={tab === current ? "page" : undefined}>
          {callText.tabs[tab]}
          <span class={bar["count"]}>{countOf(tab) ?? ""}</span>
        </a>
      ))}
    </nav>
  );
}

/** The township's head sets whether calls wait; the others are told. */
function Approval() {
  const desk = callDesk.value;
  if (desk === null) return null;
  const { approval } = callText;
  if (!desk.posts.includes("chief"))
    return <p class="muted">{desk.needsApproval ? approval.on : approval.off}</p>;
  return (
    <label class={styles["approval"]}>
      <input
        type="checkbox"
        checked={desk.needsApproval}
        onChange={(event) => void setApproval(event.currentTarget.checked)}
      />
      <span>
        {approval.label}
        <span class="muted"> {approval.hint}</span>
      </span>
    </label>
  );
}
