/** 联系人 and 联系电话 of units and townships, for signed-in people: the open list of units does not hold them. */
import type { Reference } from "./reference.ts";

export interface UnitContact {
  readonly code: string;
  readonly name: string | null;
  /** Of the office. */
  readonly phone: string | null;
}

/** GET /api/contacts */
export interface ContactsAnswer {
  readonly rows: readonly UnitContact[];
}

/** Those that have either. */
export function contactsOf({ units, townships }: Pick<Reference, "units" | "townships">): ContactsAnswer {
  const rows = [...units, ...townships].flatMap(({ code, contactName = null, contactPhone = null }) =>
    contactName === null && contactPhone === null ? [] : [{ code, name: contactName, phone: contactPhone }],
  );
  return { rows };
}
