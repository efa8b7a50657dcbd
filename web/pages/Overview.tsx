import { useLocation } from "preact-iso/router";
import { useEffect } from "preact/hooks";
import { queryOf } from "../api.ts";
import { HouseNotice } from "../parts/HouseNotice.tsx";
import { CalendarNotice } from "../parts/CalendarNotice.tsx";
import { CellBars } from "../parts/CellBars.tsx";
import { EmergencyNotice } from "../parts/EmergencyNotice.tsx";
import { Loading, ProblemNotice } from "../parts/Notice.tsx";
import { OverdueList } from "../parts/OverdueList.tsx";
import { Tiles } from "../parts/OverviewTiles.tsx";
import { HolderBars } from "../parts/HolderBars.tsx";
import { TrendCard } from "../parts/TrendCard.tsx";
import { HotLists, LostTime, NeedsLane } from "../parts/WallCards.tsx";
import { UnitTable } from "../parts/UnitTable.tsx";
import { hear } from "../state/live.ts";
import { momentText } from "../state/moment.ts";
import { countBy, loadOverview, overview } from "../state/overview.ts";
import { now } from "../state/serverTime.ts";
import { loadWallBoard, wallBoard } from "../state/wallBoard.ts";
import { readVersion } from "../state/versionInAddress.ts";
import panel from "../parts/Panel.module.css";
import styles from "./Overview.module.css";
import { overviewWords } from "../overviewWords.ts";

const GATHER = 1500;

export function Overview() {
  const { query, route } = useLocation();
  const version = readVersion(query["gridVersion"]);
  useEffect(() => void countBy(version), [version]);
  useEffect(() => {
    void loadOverview();
    void loadWallBoard();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = hear(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void loadOverview(), GATHER);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);
  const figures = overview.value.value;
  const wall = wallBoard.value.value;
  const problem = overview.problem.value;
  if (!figures) return problem ? <ProblemNotice problem={problem} retry={loadOverview} /> : <Loading />;
  return (
    <div class={panel["page"]}>
      <header class={styles["head"]}>
        <h1>{overviewWords.title}</h1>
        <span class="muted">{overviewWords.asOf(momentText(figures.now, now.value))}</span>
      </header>
      {problem && <ProblemNotice problem={problem} retry={loadOverview} />}
      <EmergencyNotice />
      <HouseNotice />
      <CalendarNotice notAnnounced={figures.notAnnounced} />
      {wall && <NeedsLane needs={wall.needs} />}
      <Tiles figures={figures} />
      <div class={styles["columns"]}>
        <div class={panel["page"]}>
          <OverdueList rows={figures.overdueRows} total={figures.overdue} />
          {wall && <TrendCard wall={wall} />}
          <LostTime />
        </div>
        <div class={panel["page"]}>
          <HolderBars holders={figures.holders} />
          <CellBars
            version={version}
            choose={(gridVersion) => route(`/overview${queryOf({ gridVersion })}`)}
          />
        </div>
      </div>
      {wallBoard.problem.value && <ProblemNotice problem={wallBoard.problem.value} retry={loadWallBoard} />}
      {wall && (
        <div class={panel["columns"]}>
          <HotLists items={wall.items} places={wall.places} />
        </div>
      )}
      <UnitTable figures={figures} />
    </div>
  );
}
