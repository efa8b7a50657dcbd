import type { Instant } from "./time.ts";

/** GET /api/settings */
export interface SettingsAnswer {
  readonly settings: readonly {
    readonly name: string;
    readonly meaning: string;
    readonly preset: string;
    readonly value: string;
    /** False where the preset counts. */
    readonly given: boolean;
  }[];
  readonly engine: "sqlite" | "postgres" | "pglite";
  readonly runtime: string;
  readonly gridVersion: string;
  readonly taxonomyVersion: string;
  readonly now: Instant;
}
