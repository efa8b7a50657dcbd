import { useRoute } from "preact-iso/router";
import { useEffect, useMemo } from "preact/hooks";
import type { CallAnswer } from "../../server/domain/call/callAnswers.ts";
import { callLevelWords } from "../../server/domain/call/callWords.ts";
import { CallLamp } from "../parts/CallLamp.tsx";
import { CallMoves } from "../parts/CallMoves.tsx";
import { CallClocks, CallParts } from "../parts/CallParts.tsx";
import { Alarms, CallBadge } from "../parts/CallRows.tsx";
import { CallTimeline } from "../parts/CallTimeline.tsx";
import { Icon } from "../parts/Icon.tsx";
import { Hint, Loading, ProblemNotice } from "../parts/Notice.tsx";
import { createCallFile } from "../state/callFile.ts";
import { momentText } from "../state/moment.ts";
import { now } from "../state/serverTime.ts";
import { callText } from "../callText.ts";
import { words } from "../words.ts";
import { Watermark } from "../parts/Watermark.tsx";
import styles from "./CaseFile.module.css";

export function CallFile() {
  const id = useRoute().params["id"] ?? "";
  const file = useMemo(() => createCallFile(id), [id]);
  useEffect(() => {
    void file.load();
    return file.follow();
  }, [file]);
  const found = file.found.value.value;
  const problem = file.found.problem.value;
  if (!found) return problem ? <ProblemNotice problem={problem} retry={file.load} /> : <Loading />;
  return (
    <article class={styles["page"]}>
      <Watermark />
      <Head found={found} />
      {problem && <ProblemNotice problem={problem} retry={file.load} />}
      <div class={styles["columns"]}>
        <Main found={found} />
        <div class={styles["side"]}>
          <section class={`card ${styles["moves"]}`}>
            <CallMoves file={file} found={found} />
          </section>
          {found.clocks.length > 0 && <OtherClocks found={found} />}
        </div>
      </div>
    </article>
  );
}

function Head({ found }: { readonly found: CallAnswer }) {
  const text = callText.file;
  return (
    <header class={`card ${styles["head"]}`}>
      <a class={styles["back"]} href="/calls" aria-label={text.back}>
        <Icon name="back" />
      </a>
      <div class={styles["title"]}>
        <h1>
          {callLevelWords[found.level]} · {found.item?.name ?? callText.outside}
        </h1>
        <p class="muted">
          {found.number} · {found.township.name} · {momentText(found.launchedAt, now.value)}{" "}
          <Alarms row={found} />
        </p>
      </div>
      <dl class={styles["key"]}>
        <div>
          <dt>{text.state}</dt>
          <dd>
            <CallBadge state={found.state} />
          </dd>
        </div>
        <div>
          <dt>{text.waiting}</dt>
          <dd>
            <strong>
              {found.waiting.map(({ name }) => callText.unitName(name)).join(words.comma) || callText.nobody}
            </strong>
          </dd>
        </div>
        <div>
          <dt>{text.due}</dt>
          <dd>
            <CallLamp of={found} />
          </dd>
        </div>
      </dl>
    </header>
  );
}

function Main({ found }: { readonly found: CallAnswer }) {
  const text = callText.file;
  return (
    <div class={styles["main"]}>
      <Warnings found={found} />
      <section class={`card ${styles["block"]}`} aria-label={text.text}>
        <h2>{text.text}</h2>
        <p class={styles["text"]}>{found.text}</p>
        {found.address !== null && (
          <p class="muted">
            {text.address} {found.address}
          </p>
        )}
        {found.doneBefore !== null && (
          <>
            <h3>{text.doneBefore}</h3>
            <p class={styles["text"]}>{found.doneBefore}</p>
          </>
        )}
        {found.case && (
          <p>
            {text.case} <a href={`/cases/${found.case.id}`}>{found.case.number}</a>
          </p>
        )}
      </section>
      <section class={`card ${styles["block"]}`} aria-label={text.parts}>
        <h2>{text.parts}</h2>
        {found.parts.length === 0 ? (
          <p class="muted">{callText.outside}</p>
        ) : (
          <CallParts parts={found.parts} />
        )}
      </section>
      <section class={`card ${styles["block"]}`} aria-label={text.timeline}>
        <h2>{text.timeline}</h2>
        <CallTimeline history={found.history} />
      </section>
    </div>
  );
}

/** What stands in the way of an answer, and what a person can do about it. */
function Warnings({ found }: { readonly found: CallAnswer }) {
  const text = callText.file;
  const unheard = found.unheard.map(({ name }) => name).join(words.comma);
  return (
    <>
      {found.state === "asked" && <Hint>{text.askedHint}</Hint>}
      {found.state === "uncaught" && <Hint tone="warn">{text.uncaughtHint}</Hint>}
      {found.climbed > 0 && found.closedAt === null && (
        <Hint tone="danger">{text.climbedHint[found.climbed as 1 | 2]}</Hint>
      )}
      {unheard !== "" && <Hint tone="danger">{text.unheardHint(unheard)}</Hint>}
    </>
  );
}

function OtherClocks({ found }: { readonly found: CallAnswer }) {
  return (
    <section class={`card ${styles["block"]}`} aria-label={callText.file.clocks}>
      <h2>{callText.file.clocks}</h2>
      {found.clocks.map(({ unit, ...clock }) => (
        <div key={`${unit.code} ${clock.kind} ${clock.round}`}>
          <p class="muted">{unit.name}</p>
          <CallClocks clocks={[clock]} />
        </div>
      ))}
    </section>
  );
}
