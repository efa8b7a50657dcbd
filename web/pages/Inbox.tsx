import { useEffect } from "preact/hooks";
import type { Action } from "../../server/domain/workflow.ts";
import { actionWords } from "../../server/domain/words.ts";
import { HouseNotice } from "../parts/HouseNotice.tsx";
import { CalendarNotice } from "../parts/CalendarNotice.tsx";
import { EmergencyNotice } from "../parts/EmergencyNotice.tsx";
import { CallNotices } from "../parts/CallNotices.tsx";
import { Empty, Loading, ProblemNotice } from "../parts/Notice.tsx";
import notice from "../parts/NoticeRow.module.css";
import { inbox } from "../state/inbox.ts";
import { hear, hearCalls } from "../state/live.ts";
import { momentText } from "../state/moment.ts";
import { now } from "../state/serverTime.ts";
import { words } from "../words.ts";
import styles from "./Inbox.module.css";

const urgent = ["overdue", "severe", "urge", "warn", "supervise", "instruct", "circulate"];

export function Inbox() {
  useEffect(() => {
    void inbox.load();
    const stops = [hear(() => void inbox.load()), hearCalls(() => void inbox.load())];
    return () => stops.forEach((stop) => stop());
  }, []);
  const rows = inbox.value.value?.rows;
  const unread = inbox.value.value?.unread ?? 0;
  const calls = inbox.value.value?.calls ?? [];
  const problem = inbox.problem.value;
  return (
    <div class={styles["page"]}>
      <h1>
        {words.inbox.title}
        {unread > 0 && <span class={styles["count"]}>{words.inbox.unread(unread)}</span>}
      </h1>
      <EmergencyNotice />
      <HouseNotice />
      <CalendarNotice />
      {problem && <ProblemNotice problem={problem} retry={inbox.load} />}
      <CallNotices rows={calls} />
      {!rows && !problem && <Loading />}
      {rows?.length === 0 && calls.length === 0 && (
        <Empty title={words.inbox.empty} hint={words.inbox.emptyHint} icon="bell" />
      )}
      {rows && rows.length > 0 && (
        <ul class="card">
          {rows.map((row) => (
            <li key={row.id}>
              <a
                class={`${notice["row"]} ${row.readAt === null ? notice["unread"] : ""}`}
                href={`/cases/${row.caseId}`}
              >
                <span class={notice["mark"]}>
                  {row.readAt === null ? words.inbox.isUnread : words.inbox.isRead}
                </span>
                <b class={urgent.includes(row.kind) ? notice["urgent"] : ""}>
                  {actionWords[row.kind as Action] ?? row.kind}
                </b>
                <span class={notice["text"]}>{row.text}</span>
                <span class="muted">
                  {row.number} · {momentText(row.createdAt, now.value)}
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
