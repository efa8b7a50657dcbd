/** The accounts of a county. */
import type { Role } from "./case.ts";
import type { Named } from "./named.ts";
import type { Post } from "./orders.ts";

/** GET /api/colleagues: the person's own unit and post. */
export interface ColleaguesAnswer {
  readonly rows: readonly { readonly id: string; readonly name: string }[];
}

/** GET /api/people */
export interface PeopleAnswer {
  readonly rows: readonly PersonRow[];
}

/** POST /api/people/import */
export interface PeopleImportAnswer {
  readonly rows: readonly {
    readonly line: number;
    readonly username: string;
    readonly name: string;
    readonly role: Role;
    readonly unit: string | null;
    readonly cells: readonly string[];
  }[];
  readonly bad: readonly { readonly line: number; readonly message: string }[];
  /** One-time passwords, told this once. */
  readonly added: readonly { readonly username: string; readonly name: string; readonly password: string }[];
}

export interface PersonRow {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly unit: Named | null;
  readonly cells: readonly Named[];
  readonly posts: readonly Post[];
  readonly disabled: boolean;
}
