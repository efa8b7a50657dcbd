/** The calls about a case, on its file, and the way to start one. */
import { useEffect, useMemo } from "preact/hooks";
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import type { CallListAnswer } from "../../server/domain/call/callAnswers.ts";
import { callLevelWords } from "../../server/domain/call/callWords.ts";
import { isOpen } from "../../server/domain/case.ts";
import { ask } from "../api.ts";
import { callText } from "../callText.ts";
import { hearCalls } from "../state/live.ts";
import { createResource } from "../state/resource.ts";
import { account, unit } from "../state/session.ts";
import { keyHint } from "../state/shortcuts.ts";
import { CallBadge } from "./CallRows.tsx";
import styles from "./CaseSide.module.css";

export function CaseCalls({ found }: { readonly found: CaseAnswer }) {
  const calls = useMemo(
    () => createResource<CallListAnswer>(() => ask(`/api/calls?caseId=${encodeURIComponent(found.id)}`)),
    [found.id],
  );
  useEffect(() => {
    void calls.load();
    return hearCalls(() => void calls.load());
  }, [calls]);
  const rows = calls.value.value?.rows ?? [];
  const isOwn = account.value?.role === "township" && unit.value?.code === found.township?.code;
  const mayStart = isOwn && isOpen(found.state) && rows.every(({ closedAt }) => closedAt !== null);
  if (rows.length === 0 && !mayStart) return null;
  return (
    <section class={`card ${styles["card"]}`} aria-label={callText.onCase.title}>
      <h2>{callText.onCase.title}</h2>
      {rows.length === 0 && <p class="muted">{callText.onCase.none}</p>}
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <a href={`/calls/${row.id}`}>
              {callLevelWords[row.level]} {row.number}
            </a>{" "}
            <CallBadge state={row.state} />
          </li>
        ))}
      </ul>
      {mayStart && (
        <p>
          <a class="button" {...keyHint("h")} href={`/calls/new?case=${encodeURIComponent(found.id)}`}>
            {callText.start}
          </a>
        </p>
      )}
    </section>
  );
}
