/**
 * What is published says its version wherever a clock or a score keeps one (时限政策、日历、评价规则): a changed row is
 * known by the day it counts from and the number of its version, so that nobody has to think of it.
 */
import type { CountyBody } from "./subjects.ts";

/** @param label `2026-12-01.3` */
export function stamped(before: CountyBody, after: CountyBody, label: string): CountyBody {
  return Object.fromEntries(
    Object.entries(after).map(([path, value]) => [path, stampedValue(before[path], value, label)]),
  );
}

function stampedValue(before: unknown, after: unknown, label: string): unknown {
  if (same(before, after)) return after;
  if (!Array.isArray(after)) return withVersion(after, label);
  const old = new Map(Array.isArray(before) ? before.map((row) => [codeOf(row), row]) : []);
  return after.map((row: unknown) => (same(old.get(codeOf(row)), row) ? row : withVersion(row, label)));
}

function withVersion(value: unknown, label: string): unknown {
  const has = typeof value === "object" && value !== null && "version" in value;
  return has ? { ...value, version: label } : value;
}

function codeOf(row: unknown): unknown {
  return typeof row === "object" && row !== null && "code" in row ? row.code : row;
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));
}

/** Databases give members back in another order. */
export function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, ordered(inner)]);
}
