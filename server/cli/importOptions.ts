/** The options of `huying import`, read and checked. */
import type { Channel } from "../domain/case.ts";
import { channelWords } from "../domain/words.ts";
import { parseMap } from "../importing/columns.ts";
import type { Datum } from "../../geo/point.ts";
import { type BadArgs, readArgs } from "./args.ts";

export interface ImportOptions {
  readonly file: string;
  readonly map: ReadonlyMap<string, string>;
  readonly channel: Channel;
  readonly source: string;
  readonly datum: Datum;
  /** In metres; null where nobody stated one. */
  readonly accuracy: number | null;
  /** What to do about coordinates that all lie off; null stops the import and says so. */
  readonly offset: "correct" | "keep" | null;
  /** Exchanges longitude and latitude where they stand the wrong way round. */
  readonly swap: boolean;
  readonly limit: number;
  readonly dryRun: boolean;
  readonly json: boolean;
}

const channels = ["hotline", "public", "sensor"] as const satisfies readonly Channel[];
const datums = ["wgs84", "cgcs2000", "gcj02", "bd09"] as const satisfies readonly Datum[];
const offsets = ["correct", "keep"] as const;

export function readImportOptions(args: readonly string[]): ImportOptions | BadArgs {
  const read = readArgs(args, {
    map: { type: "string", multiple: true },
    channel: { type: "string" },
    source: { type: "string" },
    datum: { type: "string" },
    accuracy: { type: "string" },
    offset: { type: "string" },
    swap: { type: "boolean" },
    limit: { type: "string" },
    "dry-run": { type: "boolean" },
    json: { type: "boolean" },
  });
  if ("bad" in read) return read;
  const { values, positionals } = read;
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) return { bad: "请给出一个要导入的文件（CSV 或 JSONL）" };
  const map = parseMap((values.map ?? []).join(","));
  if ("bad" in map) return { bad: `--map 里的“${map.bad}”不合要求，应如：text=内容,number=工单编号` };
  const channel = channels.find((name) => name === (values.channel ?? "hotline"));
  if (channel === undefined) {
    const list = channels.map((name) => `${name}（${channelWords[name]}）`).join("、");
    return { bad: `--channel 的值“${values.channel}”不合要求，应为其中之一：${list}` };
  }
  const datum = datums.find((name) => name === (values.datum ?? "wgs84"));
  if (datum === undefined)
    return { bad: `--datum 的值“${values.datum}”不合要求，应为其中之一：${datums.join("、")}` };
  const accuracy = values.accuracy === undefined ? null : Number(values.accuracy);
  if (accuracy !== null && !(accuracy >= 0 && accuracy <= 100_000))
    return { bad: `--accuracy 的值“${values.accuracy}”不合要求，应为：米数，0 到 100000` };
  const offset = offsets.find((name) => name === values.offset) ?? null;
  if (values.offset !== undefined && offset === null)
    return {
      bad: `--offset 的值“${values.offset}”不合要求，应为其中之一：correct（换算改正）、keep（照原样）`,
    };
  const limit = values.limit === undefined ? Infinity : Number(values.limit);
  if (!(limit >= 1)) return { bad: `--limit 的值“${values.limit}”不合要求，应为：1 以上的整数` };
  return {
    file,
    map,
    channel,
    datum,
    accuracy,
    offset,
    swap: values.swap === true,
    limit,
    source: values.source ?? channel,
    dryRun: values["dry-run"] === true,
    json: values.json === true,
  };
}
