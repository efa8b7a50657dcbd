/** 导出未发送: what is stuck on this device as one file, for whoever helps to enter it elsewhere. */
import { strToU8, zipSync } from "fflate";
import { dayNumber, dayOf } from "../../server/domain/time.ts";
import { bodyOf, type QueuedReport } from "./sending.ts";
import { queueWords } from "../queueWords.ts";
import { saveFile } from "./saveFile.ts";

/** `reports.json` holds each report as it would be sent; its photos lie beside it under its id. */
export async function packReports(
  records: readonly QueuedReport[],
  titleOf: (code: string) => string,
): Promise<Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  const told = [];
  for (const record of records) {
    const names: string[] = [];
    for (const [at, { blob }] of [...record.draft.photos, ...record.draft.photosAfter].entries()) {
      const name = `${record.id}-${at + 1}.${blob.type === "image/png" ? "png" : "jpg"}`;
      files[name] = new Uint8Array(await blob.arrayBuffer());
      names.push(name);
    }
    const { queuedAt, tries, problem } = record;
    told.push({ ...bodyOf(record, titleOf), photos: names, queuedAt, tries, problem });
  }
  files["reports.json"] = strToU8(JSON.stringify(told, null, 2));
  // Photos are packed already: to squeeze them again would cost a phone seconds and win nothing
  return zipSync(files, { level: 0 });
}

export async function saveReports(
  records: readonly QueuedReport[],
  titleOf: (code: string) => string,
): Promise<void> {
  const packed = await packReports(records, titleOf);
  const name = queueWords.exportName(dayOf(dayNumber(Date.now())));
  saveFile(name, new Blob([Uint8Array.from(packed)], { type: "application/zip" }));
}
