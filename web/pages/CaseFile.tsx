import { useRoute } from "preact-iso/router";
import { useEffect, useMemo } from "preact/hooks";
import type { CaseAnswer } from "../../server/domain/answers.ts";
import { channelWords, urgencyWords } from "../../server/domain/words.ts";
import { CaseSide } from "../parts/CaseSide.tsx";
import { Countdown } from "../parts/Countdown.tsx";
import { Icon } from "../parts/Icon.tsx";
import { BondsCard, ClosingCheck, MapPane, ReadingCard, StageSteps, Timeline } from "../parts/laterParts.tsx";
import { MoveBar } from "../parts/MoveBar.tsx";
import { Hint, Loading, ProblemNotice } from "../parts/Notice.tsx";
import { PhotoStrip } from "../parts/PhotoStrip.tsx";
import { PlaceLine } from "../parts/PlaceLine.tsx";
import { StateBadge } from "../parts/StateBadge.tsx";
import { Watermark } from "../parts/Watermark.tsx";
import { type CaseFile as File, createCaseFile } from "../state/caseFile.ts";
import { momentText } from "../state/moment.ts";
import { markRead } from "../state/inbox.ts";
import { now } from "../state/serverTime.ts";
import { lastOpened } from "../state/worklist.ts";
import { words } from "../words.ts";
import styles from "./CaseFile.module.css";

export function CaseFile() {
  const id = useRoute().params["id"] ?? "";
  const file = useMemo(() => createCaseFile(id), [id]);
  useEffect(() => {
    lastOpened.value = id;
    void file.load().then(() => markRead(id));
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
        <Main file={file} found={found} />
        <div class={styles["side"]}>
          <section class={`card ${styles["moves"]}`}>
            <MoveBar file={file} found={found} />
          </section>
          {closingStates.includes(found.state) && (
            <section class="card">
              <ClosingCheck caseId={found.id} version={found.version} />
            </section>
          )}
          <BondsCard file={file} found={found} />
          <CaseSide file={file} found={found} />
        </div>
      </div>
    </article>
  );
}

/** A result is there: what it should be looked at for stands beside it. */
const closingStates = ["handled", "checked", "closed", "unsolved", "followedUp"];

function Head({ found }: { readonly found: CaseAnswer }) {
  return (
    <header class={`card ${styles["head"]}`}>
      <a class={styles["back"]} href="/cases" aria-label={words.caseFile.backToList}>
        <Icon name="back" />
      </a>
      <div class={styles["title"]}>
        <h1>{found.item?.name ?? words.worklist.noItem}</h1>
        <p class="muted">
          {found.number} · {channelWords[found.channel]} · {momentText(found.reportedAt, now.value)}
          {found.urgency !== "normal" && ` · ${urgencyWords[found.urgency]}`}
        </p>
      </div>
      <a class={styles["print"]} href={`/print/cases/${found.id}`} target="_blank">
        {words.supervision.printSheet}
      </a>
      <a class={styles["print"]} href={`/api/cases/${found.id}/proof`} download>
        {words.supervision.proof}
      </a>
      <dl class={styles["key"]}>
        <div>
          <dt>{words.caseFile.state}</dt>
          <dd>
            <StateBadge state={found.state} />
          </dd>
        </div>
        <div>
          <dt>{words.caseFile.holder}</dt>
          <dd>
            <strong>{found.holder?.name ?? words.caseFile.nobody}</strong>
          </dd>
        </div>
        <div>
          <dt>{words.caseFile.howLate}</dt>
          <dd>
            <Countdown of={found} idle={words.worklist.noClock[found.state] ?? words.none} />
          </dd>
        </div>
      </dl>
    </header>
  );
}

function Main({ file, found }: { readonly file: File; readonly found: CaseAnswer }) {
  return (
    <div class={styles["main"]}>
      {found.emergency && (
        <Hint tone="warn">
          {words.caseFile.emergency(momentText(found.emergency.startedAt, now.value), found.emergency.reason)}
        </Hint>
      )}
      {found.desk.includes("danger") && (
        <Hint tone="danger">{words.caseFile.danger(found.reading.danger)}</Hint>
      )}
      <section class={`card ${styles["block"]}`} aria-label={words.caseFile.text}>
        <h2>{words.caseFile.text}</h2>
        <p class={styles["text"]}>{found.text}</p>
        {found.condition && (
          <p class="muted">
            {words.caseFile.filedUnder(found.condition.fileWhen)}
            {words.semicolon}
            {words.caseFile.closeWhen(found.condition.closeWhen)}
          </p>
        )}
        <PhotoStrip photos={found.photos} />
        <PlaceLine found={found} />
        {found.point && (
          <MapPane
            label={words.mapOf(found.number)}
            focus={found.placement?.point ?? found.point}
            height="240px"
          />
        )}
      </section>
      <StageSteps found={found} />
      <ReadingCard found={found} />
      <section class={`card ${styles["block"]}`} aria-label={words.caseFile.timeline}>
        <h2>{words.caseFile.timeline}</h2>
        <Timeline caseId={found.id} history={found.history} seen={file.seenVersion.value} />
      </section>
    </div>
  );
}
