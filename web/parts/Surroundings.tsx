/** What lies around a place, by radius: people, places that need care, help near by, similar cases. */
import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { SurroundingsAnswer } from "../../server/domain/surroundings/answers.ts";
import { ask, queryOf } from "../api.ts";
import { createResource } from "../state/resource.ts";
import { surroundingsWords as text } from "../surroundingsWords.ts";
import { words } from "../words.ts";
import { Loading, ProblemNotice } from "./Notice.tsx";
import styles from "./Panel.module.css";
import { StateBadge } from "./StateBadge.tsx";

interface SurroundingsProps {
  readonly point: { readonly lng: number; readonly lat: number };
  /** Similar cases are those of this item. */
  readonly item: string | null;
  /** The case whose surroundings these are: it is not listed as one like itself. */
  readonly caseId?: string;
}

export function Surroundings({ point, item, caseId }: SurroundingsProps) {
  const { lng, lat } = point;
  const file = useMemo(
    () => createResource<SurroundingsAnswer>(() => ask(`/api/surroundings${queryOf({ lng, lat, item })}`)),
    [lng, lat, item],
  );
  useEffect(() => void file.load(), [file]);
  const found = file.value.value;
  const problem = file.problem.value;
  if (!found) return problem ? <ProblemNotice problem={problem} retry={file.load} /> : <Loading />;
  return <Around found={{ ...found, similar: found.similar.filter(({ id }) => id !== caseId) }} />;
}

function Around({ found }: { readonly found: SurroundingsAnswer }) {
  const [metres, setMetres] = useState(500);
  const ring = found.rings.find((row) => row.metres === metres);
  const sites = found.sites.filter((site) => site.metres <= metres);
  const kinds = Object.entries(text.kinds).flatMap(([kind, name]) => {
    const own = sites.filter((site) => site.kind === kind);
    return own.length === 0 ? [] : [{ name, own }];
  });
  return (
    <div class={styles["list"]}>
      <div class={styles["acts"]} role="group" aria-label={text.ringLabel}>
        {found.rings.map((row) => (
          <button
            key={row.metres}
            type="button"
            class={`button ${row.metres === metres ? "primary" : ""}`}
            aria-pressed={row.metres === metres}
            onClick={() => setMetres(row.metres)}
          >
            {text.radius(row.metres)}
          </button>
        ))}
      </div>
      <div class={styles["reasons"]}>
        <dl>
          <Line name={text.peopleTitle}>
            {found.peopleKnown ? text.people(ring?.people ?? 0) : text.peopleUnknown}
            {found.peopleKnown && <small class="muted"> {text.peopleHint}</small>}
          </Line>
          {kinds.map(({ name, own }) => (
            <Line key={name} name={name}>
              <b>{text.count(own.length)}</b>{" "}
              <span class="muted">
                {own.map((site) => text.at(site.name, site.metres)).join(words.comma)}
              </span>
            </Line>
          ))}
          <Line name={text.hydrants}>
            {ring === undefined || ring.hydrants === 0 ? text.none : text.count(ring.hydrants)}{" "}
            {found.hydrants[0] && (
              <a href={`/component/${found.hydrants[0].code}`}>{text.nearest(found.hydrants[0].metres)}</a>
            )}
          </Line>
          <Line name={text.workers}>
            {found.workers.length === 0 && text.noWorkers}
            {found.workers.map(({ name, of, onDuty }) => (
              <p key={`${name}-${of.code}`}>
                {name} <span class="muted">{of.name}</span> {onDuty && <b>{text.onDuty}</b>}
              </p>
            ))}
          </Line>
        </dl>
      </div>
      <h3>{text.similar}</h3>
      {found.similar.length === 0 && <p class="muted">{text.noSimilar}</p>}
      <ul>
        {found.similar.map((row) => (
          <li key={row.id}>
            <a href={`/cases/${row.id}`}>{row.number}</a> <StateBadge state={row.state} />{" "}
            <span class="muted">{text.away(row.metres)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Line({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
