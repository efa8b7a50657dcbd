import { useLocation } from "preact-iso/router";
import { useEffect, useMemo } from "preact/hooks";
import type { MapCasesAnswer } from "../../server/domain/screenAnswers.ts";
import { lampOf } from "../../server/domain/clock.ts";
import { lampWords } from "../../server/domain/words.ts";
import { queryOf } from "../api.ts";
import { Countdown } from "../parts/Countdown.tsx";
import { MapPane } from "../parts/MapPane.tsx";
import { Empty, Loading, ProblemNotice } from "../parts/Notice.tsx";
import { changed, type Filters, readFilters, valuesOf } from "../state/filters.ts";
import { hear } from "../state/live.ts";
import { pins, showPins } from "../state/mapBoard.ts";
import { reference } from "../state/reference.ts";
import { account } from "../state/session.ts";
import { now } from "../state/serverTime.ts";
import { words } from "../words.ts";
import styles from "./MapBoard.module.css";

const MOST_LISTED = 100;
const NEVER = Number.POSITIVE_INFINITY;
const lamps = ["green", "amber", "red", "severe"] as const;

export function MapBoard() {
  const { query, route } = useLocation();
  const filters: Filters = { ...readFilters(query), tab: query["tab"] === "all" ? "all" : "open" };
  const address = addressOf(filters);
  useEffect(() => {
    void showPins(filters);
    return hear(() => void showPins(filters));
  }, [address]);

  const role = account.value?.role;
  const countyWide = role === "centre" || role === "leader";
  const rows = pins.value.value?.rows;
  const listed = [...(rows ?? [])].sort((a, b) => (a.dueAt ?? NEVER) - (b.dueAt ?? NEVER));
  const marks = useMemo(() => (rows ?? []).map((row) => pinOf(row)), [rows]);
  return (
    <div class={styles["page"]}>
      <div class={styles["mapSide"]}>
        <MapFilters wide={countyWide} filters={filters} go={(wanted) => route(addressOf(wanted))} />
        <MapPane
          label={words.map.title}
          height="100%"
          pins={marks}
          shade
          framePins={!countyWide}
          openPin={(id) => route(`/cases/${id}`)}
        />
      </div>
      <section class={`card ${styles["list"]}`} aria-label={words.map.list}>
        <h1>{words.map.listOf(rows?.length ?? 0)}</h1>
        {pins.problem.value && <ProblemNotice problem={pins.problem.value} retry={pins.load} />}
        {!rows && !pins.problem.value && <Loading />}
        {rows?.length === 0 && <Empty title={words.worklist.empty.narrowed} />}
        <ul class={pins.busy.value ? "loading" : ""}>
          {listed.slice(0, MOST_LISTED).map((row) => (
            <li key={row.id}>
              <a class={styles["row"]} href={`/cases/${row.id}`}>
                <Countdown of={row} />
                <span class={styles["text"]}>{row.text}</span>
                <span class="muted">
                  {row.cell?.name ?? row.address ?? ""} · {row.holder?.name ?? words.none}
                </span>
              </a>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

interface MapFiltersProps {
  /** Sees more than one township. */
  readonly wide: boolean;
  readonly filters: Filters;
  readonly go: (filters: Filters) => void;
}

function MapFilters({ wide, filters, go }: MapFiltersProps) {
  const townships = reference.value?.townships ?? [];
  return (
    <div class={styles["filters"]} role="group" aria-label={words.worklist.chipsLabel}>
      {lamps.map((lamp) => (
        <a
          key={lamp}
          class={`${styles["chip"]} ${styles[lamp]}`}
          href={addressOf(changed(filters, "lamp", lamp))}
          aria-current={filters.lamp === lamp ? "true" : undefined}
        >
          <span class={styles["dot"]} aria-hidden="true" />
          {lampWords[lamp]}
        </a>
      ))}
      {wide && (
        <label class={styles["township"]}>
          <span class="visuallyHidden">{words.worklist.township}</span>
          <select
            value={filters.township ?? ""}
            onChange={(event) => go(changed(filters, "township", event.currentTarget.value || null))}
          >
            <option value="">{words.worklist.allOf(words.worklist.township)}</option>
            {townships.map((township) => (
              <option key={township.code} value={township.code}>
                {township.name}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

function addressOf(filters: Filters): string {
  return `/map${queryOf(valuesOf(filters))}`;
}

function pinOf(row: MapCasesAnswer["rows"][number]) {
  const title = `${row.item?.name ?? words.worklist.noItem} · ${row.text.slice(0, 28)}`;
  return { id: row.id, point: row.point, lamp: lampOf(row, now.peek()), title };
}
