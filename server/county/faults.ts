/** What is wrong with county data before it is published: each fault names the value and what was expected. */
import type { Mistake } from "../../fixtures/mistake.ts";
import type { Deps } from "../deps.ts";
import type { CountyFault } from "../domain/county/answers.ts";
import { lostCodes, type LostCode } from "../domain/county/kept.ts";
import { type CountyBody, type CountySubject, strangersIn } from "../domain/county/subjects.ts";
import { isClosed } from "../domain/departments.ts";
import type { Reference } from "../domain/reference.ts";
import { dayNumber, dayOf } from "../domain/time.ts";
import { judgeCounty, withBody } from "./inForce.ts";

export interface JudgedBody {
  /** null where something grave is wrong. */
  readonly reference: Reference | null;
  readonly faults: readonly CountyFault[];
}

const MOST_FAULTS = 200;
const RETIRED = "taxonomy/retired.json";

export async function judgeBody(subject: CountySubject, body: CountyBody, deps: Deps): Promise<JudgedBody> {
  const files = withBody(deps.county.files(), body);
  const { reference, mistakes } = judgeCounty(files);
  const grave = [
    ...strangersIn(subject, body).map((path) =>
      fault({ file: path, path: "", got: path, expected: "本类数据的文件" }),
    ),
    ...mistakes.map((mistake) => fault(mistake)),
    ...(reference === null ? [] : lost(reference, files, deps)),
  ];
  const light = reference === null ? [] : await warnings(subject, reference, deps);
  return {
    reference: grave.length === 0 ? reference : null,
    faults: [...grave, ...light].slice(0, MOST_FAULTS),
  };
}

/** What the county has, and what would be missing: history would lose its names. */
function lost(reference: Reference, files: ReadonlyMap<string, unknown>, deps: Deps): readonly CountyFault[] {
  const retired = codesIn(files.get(RETIRED));
  const before = codesIn(deps.county.files().get(RETIRED));
  const codes = lostCodes(deps.reference, reference, retired);
  return [
    ...codes.map(({ kind, code, name }) =>
      fault({ file: fileOf[kind], path: code, got: `缺少 ${code}（${name}）`, expected: keptWords[kind] }),
    ),
    ...before
      .filter((code) => !retired.includes(code))
      .map((code) =>
        fault({
          file: RETIRED,
          path: code,
          got: `缺少 ${code}`,
          expected: "停用过的编码一直保留，不再给别的事项",
        }),
      ),
  ];
}

const fileOf: Record<LostCode["kind"], string> = {
  unit: "departments.json",
  township: "townships.json",
  item: "taxonomy",
  condition: "taxonomy",
  calendar: "calendar/calendars.json",
};

const keptWords: Record<LostCode["kind"], string> = {
  unit: "单位只填停用日期，不删除：旧案卷还要显示它",
  township: "乡镇只可改名，不删除：旧案卷还要显示它",
  item: "事项停用时记入停用清单并写明接续的事项，编码不再使用",
  condition: "立案条件只可改写，不删除：旧案卷是按它立案的",
  calendar: "日历只可改，不删除：运行中的计时按它算",
};

/** What may be meant so, and should be read before publishing. */
async function warnings(
  subject: CountySubject,
  reference: Reference,
  { store, clock }: Deps,
): Promise<readonly CountyFault[]> {
  if (subject === "emergency") {
    const people = await store.people.list();
    const known = new Set(people.filter(({ disabled }) => !disabled).map(({ username }) => username));
    return reference.emergency.roster.flatMap(({ username, unit }, at) =>
      known.has(username)
        ? []
        : [light("emergency.json", `roster.${at}.username`, `${username}（${unit}）`, "本系统在用的账号")],
    );
  }
  const today = dayOf(dayNumber(clock.now()));
  const closed = new Set(reference.units.filter((unit) => isClosed(unit, today)).map(({ code }) => code));
  return reference.taxonomy.items.flatMap(({ code, leadUnit }) =>
    closed.has(leadUnit) ? [light("taxonomy", `${code}.leadUnit`, leadUnit, "没有停用的单位")] : [],
  );
}

function light(file: string, path: string, given: string, expected: string): CountyFault {
  return { file, path, given, expected, grave: false };
}

function fault({ file, path, got, expected }: Mistake): CountyFault {
  const given = got === undefined ? "空缺" : typeof got === "string" ? got : (JSON.stringify(got) ?? "");
  return { file, path, given: given.slice(0, 120), expected, grave: true };
}

function codesIn(rows: unknown): readonly string[] {
  if (!Array.isArray(rows)) return [];
  return rows.flatMap((row: unknown) =>
    typeof row === "object" && row !== null && "code" in row && typeof row.code === "string"
      ? [row.code]
      : [],
  );
}
