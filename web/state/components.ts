/** 部件 on the screens: the register with its filters, one of them, and the import of a file. */
import { signal } from "@preact/signals";
import type {
  ComponentAnswer,
  ComponentImportAnswer,
  ComponentListRow,
  ComponentsAnswer,
} from "../../server/domain/component/answers.ts";
import { type Answer, ask, post, queryOf } from "../api.ts";
import { createResource } from "./resource.ts";

export interface ComponentFilters {
  readonly q: string;
  readonly class: string;
  readonly owner: string;
  readonly within: string;
  readonly trouble: string;
}

export const noFilters: ComponentFilters = { q: "", class: "", owner: "", within: "", trouble: "" };

export function createRegister() {
  const filters = signal(noFilters);
  /** Rows of all pages that were asked for. */
  const rows = signal<readonly ComponentListRow[]>([]);
  const answer = createResource<ComponentsAnswer>(() => page(""));

  function page(after: string): Promise<Answer<ComponentsAnswer>> {
    return ask(`/api/components${queryOf({ ...filters.peek(), q: filters.peek().q.trim(), after })}`);
  }

  async function load(): Promise<void> {
    await answer.load();
    if (answer.problem.peek() === null) rows.value = answer.value.peek()?.rows ?? [];
  }

  async function change(part: Partial<ComponentFilters>): Promise<void> {
    filters.value = { ...filters.peek(), ...part };
    await load();
  }

  async function more(): Promise<void> {
    const after = answer.value.peek()?.next ?? null;
    if (after === null) return;
    const next = await page(after);
    if (next.kind === "problem") return;
    answer.put(next.value);
    rows.value = [...rows.peek(), ...next.value.rows];
  }

  return { filters, rows, answer, load, change, more };
}

export function createComponentFile(code: string) {
  return createResource<ComponentAnswer>(() => ask(`/api/components/${encodeURIComponent(code)}`));
}

export const importDatums = ["cgcs2000", "wgs84", "gcj02", "bd09"] as const;
export type ImportDatum = (typeof importDatums)[number];

/** Base64 makes it a third larger than the 24 MiB that the server takes. */
export const MOST_BYTES = 16 * 1024 * 1024;

/** How the coordinates of a file are read. */
export interface ImportReading {
  readonly datum: ImportDatum;
  /** Rows that look exchanged, longitude for latitude, are read the other way round. */
  readonly swap: boolean;
}

export async function sendFile(
  file: File,
  reading: ImportReading,
  dryRun: boolean,
): Promise<Answer<ComponentImportAnswer>> {
  const content = await base64(file);
  return post("/api/components/import", { name: file.name, content, ...reading, dryRun });
}

function base64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () =>
      resolve(typeof reader.result === "string" ? reader.result.replace(/^[^,]*,/u, "") : ""),
    );
    reader.addEventListener("error", () => reject(new Error(`Could not read ${file.name}`)));
    reader.readAsDataURL(file);
  });
}
