/** What is sealed in the database (db/secrets), by which key. */
export interface SecretQueries {
  /** Rows from before sealing, that stand readable in the file. */
  bare(): Promise<number>;
  /** Rows that the current key has not sealed yet: from before sealing, or by an older key. */
  waiting(): Promise<number>;
  /** Seals up to so many of them anew, all or none. @returns how many; 0 when all is done. */
  reseal(limit: number): Promise<number>;
  /** Overwrites what sealing left behind in the file and its log (SQLite; PostgreSQL needs VACUUM FULL and new backups). */
  clearTraces(): Promise<void>;
}
