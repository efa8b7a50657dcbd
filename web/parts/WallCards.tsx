/** The centre's wall beside its tiles: what waits for a decision, matters and places of the week, where time goes. */
import type { Hot, WallAnswer } from "../../server/domain/wallAnswers.ts";
import { HOUR } from "../../server/domain/time.ts";
import { stateWords } from "../../server/domain/words.ts";
import { heldAddress } from "../state/evaluationAddress.ts";
import { itemAddress, needAddress, placeAddress, placeOnMap } from "../state/wallLinks.ts";
import { heldLately } from "../state/wallBoard.ts";
import { wallWords as words } from "../wallWords.ts";
import { Empty } from "./Notice.tsx";
import bars from "./HolderBars.module.css";
import panel from "./Panel.module.css";

export function NeedsLane({ needs }: Pick<WallAnswer, "needs">) {
  const waiting = needs.filter(({ count }) => count > 0);
  return (
    <section class={`card ${panel["card"]}`} aria-label={words.needs}>
      <div class={panel["head"]}>
        <h2>{words.needs}</h2>
        <a href="/supervision/reviews">{words.reviews}</a>
      </div>
      {waiting.length === 0 && <Empty title={words.needsNone} />}
      <ul class={panel["units"]}>
        {waiting.map(({ mark, count }) => (
          <li key={mark}>
            <a class="button" href={needAddress(mark)}>
              <span>
                {words.marks[mark] ?? mark} <b>{count}</b>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function HotLists({ items, places }: Pick<WallAnswer, "items" | "places">) {
  return (
    <>
      <HotList title={words.items} hot={items} address={itemAddress} />
      <HotList title={words.places} hot={places} address={placeAddress} map={placeOnMap} />
    </>
  );
}

interface HotListProps {
  readonly title: string;
  readonly hot: readonly Hot[];
  readonly address: (hot: Hot) => string;
  readonly map?: (hot: Hot) => string;
}

function HotList({ title, hot, address, map }: HotListProps) {
  const [first] = hot;
  const most = Math.max(1, first?.reported ?? 0);
  return (
    <section class={`card ${bars["card"]}`} aria-label={title}>
      <h2 class={bars["head"]}>
        {title}
        {map && first && <a href={map(first)}>{words.onMap}</a>}
      </h2>
      {hot.length === 0 && <Empty title={words.none} />}
      <ul>
        {hot.map((row) => (
          <li key={row.of.code}>
            <a class={bars["row"]} href={address(row)}>
              <span class={bars["name"]}>{row.of.name}</span>
              <span class={bars["count"]}>{words.grown(row.reported, row.reported - row.before)}</span>
              <span class={bars["track"]} aria-hidden="true">
                <span
                  class={`${bars["bar"]} ${bars["calm"]}`}
                  style={{ width: `${(row.reported / most) * 100}%` }}
                />
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Hours of work by stage, lawful pauses left out. */
export function LostTime() {
  const held = heldLately.value.value;
  if (!held || held.total === 0) return null;
  const rows = held.byState.filter(({ pause }) => !pause);
  const most = Math.max(1, ...rows.map((row) => row.held));
  return (
    <section class={`card ${bars["card"]}`} aria-label={words.lost}>
      <h2 class={bars["head"]}>
        {words.lost}
        <a href="/evaluation?view=held">{words.lostAll}</a>
      </h2>
      <ul>
        {rows.map((row) => (
          <li key={row.state}>
            <a class={bars["row"]} href={heldAddress({ from: held.from, to: held.to, state: row.state })}>
              <span class={bars["name"]}>{stateWords[row.state]}</span>
              <span class={bars["count"]}>
                {words.perCase(
                  row.held / HOUR,
                  (row.held / HOUR / Math.max(1, row.cases)).toFixed(1),
                  row.cases,
                )}
              </span>
              <span class={bars["track"]} aria-hidden="true">
                <span
                  class={`${bars["bar"]} ${bars["calm"]}`}
                  style={{ width: `${(row.held / most) * 100}%` }}
                />
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
