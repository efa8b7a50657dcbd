/** Reference data and settings of the installation. */

/** Reference data by kind and code, as loaded from fixtures or by the county. */
export interface ReferenceRow {
  readonly kind: string;
  readonly code: string;
  readonly body: unknown;
}

export interface ReferenceQueries {
  all(kind?: string): Promise<readonly ReferenceRow[]>;
  /** Idempotent by kind and code. @returns how many rows were new or changed. */
  put(rows: readonly ReferenceRow[]): Promise<number>;
}

export interface SettingQueries {
  get(key: string): Promise<string | null>;
  put(key: string, value: string): Promise<void>;
}
