import type { DrawnCell } from "./drawing.ts";
import type { GridFault } from "./fault.ts";

export interface CodeRule {
  /** 15 by DB11 and GB/T 30428.1; community grids after CJ/T 349-2010 have 14. */
  readonly digits: number;
  /** What every code begins with: the county's six digits. */
  readonly prefix?: string;
}

const COMMUNITY_DIGITS = 12;

/** Codes that are absent, malformed, given twice, or of another community than the cell says. */
export function codeFaults(cells: readonly DrawnCell[], rule: CodeRule): readonly GridFault[] {
  const counts = new Map<string, number>();
  for (const { code } of cells) counts.set(code, (counts.get(code) ?? 0) + 1);
  const repeated = [...counts].flatMap(([code, count]): GridFault[] =>
    count > 1 ? [{ code: "repeatedCode", severity: "error", cells: [code], value: `${count}` }] : [],
  );
  return [...cells.flatMap((cell) => faultsOf(cell, rule)), ...repeated];
}

function faultsOf({ code, hasCode, communityCode }: DrawnCell, { digits, prefix }: CodeRule): GridFault[] {
  const cells = [code];
  if (!hasCode) return [{ code: "missingCode", severity: "error", cells }];
  if (!/^\d+$/u.test(code) || code.length !== digits) {
    return [{ code: "codeLength", severity: "error", cells, value: code, expected: `${digits}` }];
  }
  const expected = [prefix, communityCode?.slice(0, COMMUNITY_DIGITS)].find(
    (start) => start !== undefined && !code.startsWith(start),
  );
  return expected === undefined
    ? []
    : [{ code: "codePrefix", severity: "error", cells, value: code, expected }];
}
