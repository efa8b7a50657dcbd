/** Reference data: names, reasons, items and the calendar by which the browser counts like the server. */
import { computed, signal } from "@preact/signals";
import type { Calendar } from "../../server/domain/calendar.ts";
import { calendarOf } from "../../server/domain/calendars.ts";
import type { ReferenceAnswer } from "../../server/domain/referenceAnswers.ts";
import { isClosed } from "../../server/domain/departments.ts";
import { dayNumber, dayOf } from "../../server/domain/time.ts";
import { ask } from "../api.ts";
import { now } from "./serverTime.ts";

const KEPT = "huying.reference";

export type ReferenceItem = ReferenceAnswer["majors"][number]["minors"][number]["items"][number];

export const reference = signal<ReferenceAnswer | null>(kept());

const calendars = computed<ReadonlyMap<string, Calendar>>(() => {
  const { years = [], hours = [], named = [] } = reference.value?.calendar ?? {};
  return new Map(named.map((row) => [row.code, calendarOf(row, { years, hours })]));
});

/** The county's own calendar. */
export const calendar = computed<Calendar | null>(() => calendars.value.values().next().value ?? null);

/** The calendar that a clock counts by, by its name. */
export function calendarNamed(code: string | null | undefined): Calendar | null {
  return (code && calendars.value.get(code)) || calendar.value;
}

/** Departments that something may be given to today: those that were closed keep what they have. */
export function openDepartments(): ReferenceAnswer["units"] {
  const today = dayOf(dayNumber(now.value));
  const units = reference.value?.units ?? [];
  return units.filter((unit) => unit.level === "county" && !isClosed(unit, today));
}

/** The calendar that a unit works by: the county's, its own hours, or day and night. */
export function calendarOfUnit(code: string): Calendar | null {
  return calendarNamed(reference.value?.units.find((unit) => unit.code === code)?.calendar);
}

const itemsByCode = computed(
  () =>
    new Map(
      (reference.value?.majors ?? []).flatMap((major) =>
        major.minors.flatMap((minor) => minor.items.map((item) => [item.code, item] as const)),
      ),
    ),
);

const unitNames = computed(
  () =>
    new Map([
      ...(reference.value?.townships ?? []).map((row) => [row.code, row.name] as const),
      ...(reference.value?.units ?? []).map((row) => [row.code, row.name] as const),
    ]),
);

export function itemOf(code: string | null | undefined): ReferenceItem | null {
  return (code && itemsByCode.value.get(code)) || null;
}

/** The name of a unit or township; the code itself where it is unknown. */
export function unitName(code: string): string {
  return unitNames.value.get(code) ?? code;
}

/** Kept on the device, so that the report form has its categories without a network. */
export async function loadReference(): Promise<void> {
  const answer = await ask<ReferenceAnswer>("/api/reference");
  if (answer.kind === "problem") return;
  reference.value = answer.value;
  try {
    localStorage.setItem(KEPT, JSON.stringify(answer.value));
  } catch {
    // A full or forbidden store costs only the offline categories.
    localStorage.removeItem(KEPT);
  }
}

function kept(): ReferenceAnswer | null {
  if (typeof localStorage === "undefined") return null;
  const text = localStorage.getItem(KEPT);
  return text === null ? null : (JSON.parse(text) as ReferenceAnswer);
}
