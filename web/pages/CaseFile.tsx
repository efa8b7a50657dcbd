import { useRoute } from "preact-iso/router";
import { useEffect, useMemo } from "preact/hooks";
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import { channelWords, urgencyWords } from "../../server/domain/words.ts";
import { Countdown } from "../parts/Countdown.tsx";
import { Icon } from "../parts/Icon.tsx";
import {
  BondsCard,
  CaseSide,
  ClosingCheck,
  ReadingCard,
  ShiftOffer,
  StageSteps,
  Timeline,
} from "../parts/laterParts.tsx";
import { MapPane } from "../parts/laterPlaces.tsx";
import { MoveBar } from "../parts/MoveBar.tsx";
import { Hint, Loading, ProblemNotice } from "../parts/Notice.tsx";
import { PhotoStrip } from "../parts/PhotoStrip.tsx";
import { PlaceLine } from "../parts/PlaceLine.tsx";
import { StateBadge } from "../parts/StateBadge.tsx";
import { Watermark } from "../parts/Watermark.tsx";
import { type CaseFile as File, createCaseFile } from "../state/caseFile.ts";
import { momentText } from "../state/moment.ts";
import { markRead } from "../state/inbox.ts";
import { keyHint } from "../state/shortcuts.ts";
import { now } from "../state/serverTime.ts";
import { lastList, lastOpened } from "../state/worklist.ts";
import { worklistWords } from "../worklistWords.ts";
import { caseWords } from "../caseWords.ts";
import { words } from "../words.ts";
import { UnitContact } from "../parts/UnitContact.tsx";
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
      <a class={styles["back"]} href={lastList.value} aria-label={caseWords.backToList}>
        <Icon name="back" />
      </a>
      <div class={styles["title"]}>
        <h1>{found.item?.name ?? worklistWords.noItem}</h1>
        <p class="muted">
          {found.number} · {channelWords[found.channel]} · {momentText(found.reportedAt, now.value)}
          {found.urgency !== "normal" && ` · ${urgencyWords[found.urgency]}`}
        </p>
      </div>
      <div class={styles["papers"]}>
        <a {...keyHint("p")} href={`/print/cases/${found.id}`} target="_blank">
          {words.supervision.printSheet}
        </a>
        <a href={`/api/cases/${found.id}/proof`} download>
          {words.supervision.proof}
        </a>
      </div>
      <dl class={styles["key"]}>
        <div>
          <dt>{caseWords.state}</dt>
          <dd>
            <StateBadge state={found.state} />
          </dd>
        </div>
        <div>
          <dt>{caseWords.holder}</dt>
          <dd>
            <strong>{found.holder?.name ?? caseWords.nobody}</strong>{" "}
            {found.holder && <UnitContact code={found.holder.code} />}
          </dd>
        </div>
        <div>
          <dt>{caseWords.howLate}</dt>
          <dd>
            <Countdown of={found} idle={worklistWords.noClock[found.state] ?? words.none} />
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
          {caseWords.emergency(momentText(found.emergency.startedAt, now.value), found.emergency.reason)}
        </Hint>
      )}
      {found.desk.includes("danger") && <Hint tone="danger">{caseWords.danger(found.reading.danger)}</Hint>}
      <section class={`card ${styles["block"]}`} aria-label={caseWords.text}>
        <h2>{caseWords.text}</h2>
        <p class={styles["text"]}>{found.text}</p>
        {found.condition && (
          <p class="muted">
            {caseWords.filedUnder(found.condition.fileWhen)}
            {words.semicolon}
            {caseWords.closeWhen(found.condition.closeWhen)}
          </p>
        )}
        <PhotoStrip photos={found.photos} />
        <PlaceLine found={found} />
        {found.shiftOffer && <ShiftOffer file={file} found={found} />}
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
      <section class={`card ${styles["block"]}`} aria-label={caseWords.timeline}>
        <h2>{caseWords.timeline}</h2>
        <Timeline
          caseId={found.id}
          history={found.history}
          seen={file.seenVersion.value}
          condition={found.condition}
        />
      </section>
    </div>
  );
}
