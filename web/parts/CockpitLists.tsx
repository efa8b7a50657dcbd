/** Townships, units at the end of the list, what rises, and the cases to ask about now; every row is a link. */
import type { ComponentChildren } from "preact";
import type { CockpitAnswer } from "../../server/domain/cockpit/answers.ts";
import { cockpitWords } from "../cockpitWords.ts";
import { figureAddress } from "../state/evaluationAddress.ts";
import { worklistWords } from "../worklistWords.ts";
import { words } from "../words.ts";
import { Countdown } from "./Countdown.tsx";
import { InstructLink } from "./InstructLink.tsx";
import styles from "./Cockpit.module.css";

interface CardProps {
  readonly title: string;
  readonly note?: string | undefined;
  readonly children: ComponentChildren;
}

function Card({ title, note, children }: CardProps) {
  return (
    <section class={`card ${styles["card"]}`} aria-label={title}>
      <h2>
        {title}
        {note && <small>{note}</small>}
      </h2>
      {children}
    </section>
  );
}

export function TownshipCard({ rows }: { readonly rows: CockpitAnswer["townships"] }) {
  const most = Math.max(1, ...rows.map(({ open }) => open));
  return (
    <Card title={cockpitWords.townships} note={cockpitWords.townshipsNote}>
      <ul class={styles["bars"]}>
        {rows.map(({ township, open, overdue, reported, before }) => (
          <li key={township.code}>
            <a
              href={`/cases?tab=open&township=${township.code}`}
              title={cockpitWords.reportedWeek(reported, before)}
            >
              <span>{township.name}</span>
              <Bar share={open / most} />
              <span class={overdue > 0 ? styles["short"] : ""}>
                {cockpitWords.townshipRow(open, overdue)}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function WorstCard({ told }: { readonly told: CockpitAnswer }) {
  const { indicator, rows, small } = told.worst;
  return (
    <Card
      title={cockpitWords.worst(indicator.name)}
      note={small > 0 ? cockpitWords.worstSmall(small) : undefined}
    >
      {rows.length === 0 && <p class="muted">{cockpitWords.worstNone}</p>}
      <ul class={styles["bars"]}>
        {rows.map(({ unit, value, of }) => (
          <li key={unit.code}>
            <a
              href={figureAddress({ indicator: indicator.code, ...told.month, unit: unit.code, part: "of" })}
            >
              <span>{unit.name}</span>
              <Bar share={value} />
              <span>
                {words.rate(value)} <small>{cockpitWords.countedOf(Math.round(value * of), of)}</small>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function RisingCard({ rows }: { readonly rows: CockpitAnswer["rising"] }) {
  const most = Math.max(1, ...rows.map(({ reported }) => reported));
  return (
    <Card title={cockpitWords.rising}>
      {rows.length === 0 && <p class="muted">{cockpitWords.risingNone}</p>}
      <ul class={styles["bars"]}>
        {rows.map(({ item, reported, before }) => (
          <li key={item.code}>
            <a href={`/cases?tab=all&item=${item.code}&reported=week&sort=newest`}>
              <span>{item.name}</span>
              <Bar share={reported / most} />
              <span>{cockpitWords.risingRow(reported, before)}</span>
            </a>
          </li>
        ))}
      </ul>
      <a class={styles["further"]} href="/analysis">
        {cockpitWords.analysis}
      </a>
    </Card>
  );
}

export function AskCard({ rows }: { readonly rows: CockpitAnswer["ask"] }) {
  return (
    <Card title={cockpitWords.ask}>
      {rows.length === 0 && <p class="muted">{cockpitWords.askNone}</p>}
      <ul class={styles["ask"]}>
        {rows.map(({ row, reasons }) => (
          <li key={row.id}>
            <a href={`/cases/${row.id}`}>
              <Countdown of={row} />
              <span class={styles["text"]}>{row.text}</span>
              <small>
                {[
                  row.item?.name ?? worklistWords.noItem,
                  cockpitWords.held(row.holder?.name ?? words.none),
                  ...reasons.map(cockpitWords.reason),
                ].join(" · ")}
              </small>
            </a>
            <InstructLink id={row.id} number={row.number} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Bar({ share }: { readonly share: number }) {
  return (
    <span class={styles["track"]} aria-hidden="true">
      <span style={{ width: `${Math.round(share * 100)}%` }} />
    </span>
  );
}
