/** Addresses of the centre's wall: each point, bar and cell leads to exactly the cases it counts. Pure. */
import type { HeldAnswer } from "../../server/domain/evaluate/answers.ts";
import type { Hot, TrendPoint, WallAnswer } from "../../server/domain/wallAnswers.ts";
import type { Mark } from "../../server/domain/marks.ts";
import { heldAddress } from "./evaluationAddress.ts";

export interface WallLink {
  readonly name: string;
  readonly count: number;
  readonly href: string;
}

export const needAddress = (mark: Mark): string => `/cases?tab=all&mark=${encodeURIComponent(mark)}`;

export const pointAddress = ({ when }: Pick<TrendPoint, "when">): string =>
  `/cases?tab=all&reported=${when}&sort=newest`;

export const lastYearAddress = ({ when }: Pick<TrendPoint, "when">): string =>
  pointAddress({ when: `${Number(when.slice(0, 4)) - 1}${when.slice(4)}` });

export const itemAddress = ({ of }: Pick<Hot, "of">): string =>
  `/cases?tab=all&item=${of.code}&reported=week&sort=newest`;

export const placeAddress = ({ of }: Pick<Hot, "of">): string =>
  `/cases?tab=all&cell=${of.code}&reported=week&sort=newest`;

export const placeOnMap = ({ of }: Pick<Hot, "of">): string => `/map?tab=all&cell=${of.code}&reported=week`;

export const holderAddress = (code: string): string => `/cases?tab=open&due=overdue&holder=${code}`;

/** All of them, for whoever wants to try each. */
export function wallLinks(wall: WallAnswer): readonly WallLink[] {
  const points = [...wall.days, ...wall.months];
  return [
    ...wall.needs.map(({ mark, count }) => ({ name: mark, count, href: needAddress(mark) })),
    ...points.map((point) => ({ name: point.when, count: point.reported, href: pointAddress(point) })),
    ...points.flatMap((point) =>
      point.lastYear === null
        ? []
        : [{ name: `${point.when} −1`, count: point.lastYear, href: lastYearAddress(point) }],
    ),
    ...wall.items.map((hot) => ({ name: hot.of.name, count: hot.reported, href: itemAddress(hot) })),
    ...wall.places.map((hot) => ({ name: hot.of.name, count: hot.reported, href: placeAddress(hot) })),
  ];
}

/** Stages and units that took time, each with the rows (件次) behind it. */
export function heldLinks({ byState, byUnit, from, to }: HeldAnswer): readonly WallLink[] {
  return [
    ...byState.map(({ state, cases }) => ({
      name: state,
      count: cases,
      href: heldAddress({ from, to, state }),
    })),
    ...byUnit.map(({ unit, states }) => ({
      name: unit.code,
      count: states.reduce((all, { cases }) => all + cases, 0),
      href: heldAddress({ from, to, unit: unit.code }),
    })),
  ];
}
