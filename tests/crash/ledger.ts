/** What was sent and what was acknowledged, kept outside the server: the promises it is held to. */

export interface Letter {
  readonly kind: "report" | "move" | "photo";
  /** Report id, command id; for a photo a name of our own. */
  readonly id: string;
  readonly path: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly from: string;
  readonly asDesk: boolean;
  /** The case that a move is made on. */
  readonly caseId: string | null;
}

export interface Ledger {
  acknowledged(letter: Letter, answer: Readonly<Record<string, unknown>>): void;
  refused(letter: Letter, status: number): void;
  /** An answer that no working server gives. */
  broken(letter: Letter, status: number, text: string): void;
  readonly sent: Set<string>;
  /** Report id → case id. */
  readonly reports: Map<string, string>;
  /** Command id → case id. */
  readonly commands: Map<string, string>;
  readonly photos: Set<string>;
  readonly refusals: Map<string, string | null>;
  readonly faults: string[];
  /** Cases that a desk may turn to. */
  readonly cases: string[];
}

export function createLedger(): Ledger {
  const ledger: Ledger = {
    sent: new Set(),
    reports: new Map(),
    commands: new Map(),
    photos: new Set(),
    refusals: new Map(),
    faults: [],
    cases: [],
    acknowledged({ kind, id, caseId }, answer) {
      const given = String(answer["id"]);
      if (kind === "photo") ledger.photos.add(given);
      if (kind === "move" && caseId !== null) ledger.commands.set(id, caseId);
      if (kind !== "report") return;
      const before = ledger.reports.get(id);
      if (before !== undefined && before !== given)
        ledger.faults.push(`report ${id} was acknowledged as ${before} and as ${given}`);
      ledger.reports.set(id, given);
      ledger.cases.push(given);
    },
    refused: ({ id, caseId }) => void ledger.refusals.set(id, caseId),
    broken: ({ id, path }, status, text) =>
      void ledger.faults.push(`${status} to ${path} (${id}): ${text.slice(0, 300)}`),
  };
  return ledger;
}
