/** 领导驾驶舱: few things, each a link; on the wall without menus, in large type, face after face. */
import { useLocation } from "preact-iso/router";
import { useEffect, useState } from "preact/hooks";
import type { CockpitAnswer } from "../../server/domain/cockpit/answers.ts";
import { cockpitWords } from "../cockpitWords.ts";
import { CockpitFigures } from "../parts/CockpitFigures.tsx";
import { AskCard, RisingCard, TownshipCard, WorstCard } from "../parts/CockpitLists.tsx";
import { CockpitMap } from "../parts/CockpitMap.tsx";
import { EmergencyNotice } from "../parts/EmergencyNotice.tsx";
import { Later } from "../parts/Later.tsx";
import { Hint, Loading, ProblemNotice } from "../parts/Notice.tsx";
import { cockpit, followCockpit, loadCockpit } from "../state/cockpit.ts";
import { inForce } from "../state/emergency.ts";
import { stale } from "../state/live.ts";
import { momentText } from "../state/moment.ts";
import { now } from "../state/serverTime.ts";
import { putOnWall } from "../state/theme.ts";
import { type Face, faces, nextFace, readWall, staleMinutes } from "../state/wall.ts";
import styles from "../parts/Cockpit.module.css";

/** In an emergency: who and what lies around a place, whoever is on duty there counted, nobody followed. */
const surroundings = () => import("../parts/SurroundingsPick.tsx").then((part) => part.SurroundingsPick);

const ON_WALL = "/cockpit?wall=1&rotate=30&refresh=60";

export function Cockpit() {
  const { query, route } = useLocation();
  const wall = readWall(query);
  const [face, setFace] = useState<Face>("whole");
  const [isTurning, setTurning] = useState(true);
  useEffect(() => followCockpit(wall.refresh), [wall.refresh]);
  useEffect(() => {
    putOnWall(wall.isOn);
    if (!wall.isOn) setFace("whole");
    const leave = (event: KeyboardEvent) => {
      if (event.key === "Escape" && wall.isOn) route("/cockpit");
    };
    addEventListener("keydown", leave);
    return () => {
      removeEventListener("keydown", leave);
      putOnWall(false);
    };
  }, [wall.isOn]);
  useEffect(() => {
    if (wall.rotate === null || !isTurning) return;
    const timer = setInterval(() => setFace(nextFace), wall.rotate * 1000);
    return () => clearInterval(timer);
  }, [wall.rotate, isTurning]);

  const told = cockpit.value.value;
  const problem = cockpit.problem.value;
  if (!told) return problem ? <ProblemNotice problem={problem} retry={loadCockpit} /> : <Loading />;
  return (
    <div class={`${styles["page"]} ${wall.isOn ? styles["wall"] : ""}`} onClick={() => setTurning(false)}>
      <header class={styles["head"]}>
        <h1>{cockpitWords.title}</h1>
        <Freshness told={told} />
        <span class={styles["acts"]}>
          {wall.rotate !== null && (
            <FaceBar face={face} show={setFace} isTurning={isTurning} turn={() => setTurning(true)} />
          )}
          <WallButton isOn={wall.isOn} go={route} />
        </span>
      </header>
      {wall.faults.map(({ name, got, used }) => (
        <Hint key={name} tone="warn">
          {cockpitWords.badSeconds(name, got, used)}
        </Hint>
      ))}
      {problem && <ProblemNotice problem={problem} retry={loadCockpit} />}
      <EmergencyNotice />
      <FaceOf face={face} told={told} />
      {inForce.value.length > 0 && !wall.isOn && <Later load={surroundings} props={{}} />}
    </div>
  );
}

function FaceOf({ face, told }: { readonly face: Face; readonly told: CockpitAnswer }) {
  const { townships, rising, ask } = told;
  switch (face) {
    case "whole":
      return (
        <>
          <CockpitFigures told={told} />
          <div class={styles["columns"]}>
            <TownshipCard rows={townships} />
            <CockpitMap rows={townships} />
            <AskCard rows={ask} />
            <div class={styles["column"]}>
              <WorstCard told={told} />
              <RisingCard rows={rising} />
            </div>
          </div>
        </>
      );
    case "townships":
      return (
        <div class={styles["halves"]}>
          <CockpitMap rows={townships} />
          <TownshipCard rows={townships} />
        </div>
      );
    case "units":
      return (
        <>
          <CockpitFigures told={told} />
          <WorstCard told={told} />
        </>
      );
    case "hot":
      return (
        <div class={styles["halves"]}>
          <AskCard rows={ask} />
          <RisingCard rows={rising} />
        </div>
      );
  }
}

/** Old figures are said to be old, in words and not by a colour alone. */
function Freshness({ told }: { readonly told: CockpitAnswer }) {
  const minutes = staleMinutes(told, now.value);
  const isFresh = minutes === null && !stale.value;
  const state =
    minutes !== null ? cockpitWords.stale(minutes) : stale.value ? cockpitWords.cut : cockpitWords.fresh;
  return (
    <span class={`muted ${styles["fresh"]}`} data-fresh={isFresh} role="status">
      {`${cockpitWords.asOf(momentText(told.now, now.value))} · ${state}`}
    </span>
  );
}

interface FaceBarProps {
  readonly face: Face;
  readonly show: (face: Face) => void;
  readonly isTurning: boolean;
  readonly turn: () => void;
}

function FaceBar({ face, show, isTurning, turn }: FaceBarProps) {
  return (
    <>
      {faces.map((name) => (
        <button
          key={name}
          type="button"
          class="button quiet"
          aria-pressed={name === face}
          onClick={() => show(name)}
        >
          {cockpitWords.faces[name]}
        </button>
      ))}
      {isTurning ? (
        <button type="button" class="button">
          {cockpitWords.pause}
        </button>
      ) : (
        <button
          type="button"
          class="button"
          onClick={(event) => {
            event.stopPropagation();
            turn();
          }}
        >
          {cockpitWords.resume}
        </button>
      )}
    </>
  );
}

function WallButton({ isOn, go }: { readonly isOn: boolean; readonly go: (to: string) => void }) {
  function press(): void {
    // A browser that forbids it shows the wall in its window.
    if (isOn) void document.exitFullscreen?.().catch(() => undefined);
    else void document.documentElement.requestFullscreen?.().catch(() => undefined);
    go(isOn ? "/cockpit" : ON_WALL);
  }
  return (
    <button type="button" class="button" onClick={press}>
      {isOn ? cockpitWords.leaveWall : cockpitWords.wall}
    </button>
  );
}
