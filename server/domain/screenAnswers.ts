/**
 * What the API answers beside cases: reference data, places, overview, messages, people. Shared with the screens like
 * answers.ts; kept apart because nothing here is about one case file.
 */
import type { Area } from "../../geo/cell.ts";
import type { Placement } from "../../geo/placement.ts";
import type { Point } from "../../geo/point.ts";
import type { CaseRow, Named, ResponsibleAnswer, Suggestion } from "./answers.ts";
import type { CaseState, Role, Urgency } from "./case.ts";
import type { CalendarYear, OfficeHours } from "./calendarData.ts";
import type { NamedCalendar } from "./calendars.ts";
import type { Unit } from "./departments.ts";
import type { Figure } from "./evaluate/figure.ts";
import type { ReasonList } from "./fields.ts";
import type { LayerCell } from "./gridAnswers.ts";
import type { Lexicon } from "./learning/lexicon.ts";
import type { Post } from "./orders.ts";
import type { LineKind } from "./mapAnswers.ts";
import type { Reading } from "./reader.ts";
import type { ItemWords } from "./reading/itemWords.ts";
import type { CallLevel, Reason } from "./reference.ts";
import type { StagePlan } from "./staging.ts";
import type { Item } from "./taxonomy.ts";
import type { Day, Instant } from "./time.ts";
import type { SaidTime } from "./times/times.ts";

/** GET /api/reference: what every screen needs to name things and to count working time by itself. */
export interface ReferenceAnswer {
  readonly version: string;
  readonly majors: readonly {
    readonly code: string;
    readonly name: string;
    readonly minors: readonly {
      readonly code: string;
      readonly name: string;
      readonly items: readonly (Pick<
        Item,
        "code" | "name" | "leadUnit" | "urgency" | "limits" | "townshipRole"
      > & {
        /** 处置后照片 are required: known on the phone, so that a form without a network asks for them. */
        readonly photoAfter: boolean;
      })[];
    }[];
  }[];
  readonly units: readonly Pick<Unit, "code" | "name" | "shortName" | "level" | "calendar" | "closedOn">[];
  readonly townships: readonly Named[];
  readonly reasons: Readonly<Record<ReasonList, readonly Reason[]>>;
  readonly calendar: {
    readonly years: readonly CalendarYear[];
    readonly hours: readonly OfficeHours[];
    /** Calendars by name, the county's own first. */
    readonly named: readonly NamedCalendar[];
    /** Years whose holidays the State Council has not announced: deadlines there are provisional. */
    readonly notAnnounced: readonly number[];
  };
}

/** GET /api/reference/items/:code: what filing under each of its conditions sets. */
export interface ItemAnswer extends Pick<
  Item,
  "code" | "name" | "urgency" | "limits" | "conditions" | "townshipRole" | "emergencyTransfer"
> {
  /** Conditions of it that are handled in stages (先围护、后修复、再恢复). */
  readonly plans: readonly Pick<StagePlan, "name" | "conditions" | "stages" | "total">[];
  readonly leadUnit: Named;
  readonly assistUnits: readonly Named[];
}

/** POST /api/locate {point} */
export interface LocateAnswer {
  readonly placement: Placement;
  readonly cell: Named | null;
  readonly township: Named | null;
  /** Its cells in the layers over the governance grid, as they are in force; layers without one are left out. */
  readonly layers: readonly LayerCell[];
}

/** POST /api/classify {text, point?, itemCode?} */
export interface ClassifyAnswer {
  readonly suggestions: readonly Suggestion[];
  readonly sure: boolean;
  /** Why it is not sure; null where it is, or where the item was chosen by hand. */
  readonly why: Reading["why"];
  readonly danger: readonly string[];
  readonly speech: "report" | "consult" | "praise" | "supplement";
  readonly responsible: ResponsibleAnswer | null;
  /** Several matters in one text: what each says and the item it is about; empty for one matter. */
  readonly parts: readonly PartAnswer[];
  /** 说到的时间: what the words say of when, as if it were reported now. */
  readonly times: readonly SaidTime[];
}

export interface PartAnswer {
  readonly text: string;
  readonly item: Named;
}

/** GET /api/reader: with these words a phone reads what was written, as the server does, without a network. */
export interface ReaderAnswer {
  readonly version: string;
  readonly items: readonly ItemWords[];
}

/** GET /api/learned: what the county has taught, for the phones of its staff. */
export interface LearnedAnswer {
  /** Of the list of matters it belongs to, as in `ReaderAnswer`. */
  readonly version: string;
  /** Name of the state it is: sent as `since` the next time. */
  readonly tag: string;
  /** The state that `change` goes on top of; null where `change` is the whole. */
  readonly since: string | null;
  /** null where `since` is not: it is the one the phone has. */
  readonly lexicon: Lexicon | null;
  /** What all corrections add up to, or the rows of it that moved, in base64 (`packChange`, `packRows`). */
  readonly change: string;
  /** The trained model in use, to be fetched by its version; null for none. */
  readonly model: { readonly version: number; readonly weight: number } | null;
  /** Above it the reader may propose; null while the county has set none. */
  readonly line: number | null;
}

/** GET /api/ledger: 案卷台账, a page of it. */
export interface LedgerAnswer {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly (string | number)[] }[];
  /** Cursor of the next page; null on the last. */
  readonly next: string | null;
}

/** GET /api/cases/counts, under the same filters as the list. */
export interface CountsAnswer {
  readonly byState: Readonly<Partial<Record<CaseState, number>>>;
  readonly byLamp: Readonly<Partial<Record<"green" | "amber" | "red" | "severe", number>>>;
  readonly total: number;
  /** There are more than `total`: the archive is not counted to its end. */
  readonly more: boolean;
}

/** GET /api/cases/days: cases of a list by the day on which they are due; `week` holds today and tomorrow as well. */
export interface DueCountsAnswer {
  readonly overdue: number;
  readonly today: number;
  readonly tomorrow: number;
  readonly week: number;
}

/** GET /api/map/cells */
export interface MapCellsAnswer {
  readonly cells: readonly {
    readonly code: string;
    readonly name: string;
    readonly townshipCode: string;
    readonly rings: Area;
    /** Open cases in the cell, of those the person may see. */
    readonly open: number;
    readonly overdue: number;
  }[];
  readonly townships: readonly { readonly code: string; readonly name: string; readonly rings: Area }[];
  /** Rivers, roads, lakes: drawn faintly beneath, so that people find their way without tiles. */
  readonly lines: readonly {
    readonly kind: LineKind;
    readonly name: string;
    readonly path: readonly (readonly [lng: number, lat: number])[];
  }[];
}

/** GET /api/map/cases?box=w,s,e,n */
export interface MapCasesAnswer {
  readonly rows: readonly (Pick<
    CaseRow,
    | "id"
    | "number"
    | "state"
    | "text"
    | "address"
    | "item"
    | "cell"
    | "holder"
    | "warnAt"
    | "dueAt"
    | "severeAt"
    | "dueBy"
  > & { readonly point: Point })[];
  readonly now: Instant;
}

/** One unit: what it has open now, and its figures over the period, by the indicator's code. */
export interface UnitFigures {
  readonly unit: Named;
  readonly open: number;
  readonly overdue: number;
  readonly figures: Readonly<Record<string, Figure>>;
}

/** GET /api/overview: the efficiency centre's page. */
export interface OverviewAnswer {
  readonly open: number;
  readonly overdue: number;
  readonly severe: number;
  readonly warned: number;
  readonly dueToday: number;
  readonly reportedToday: number;
  /** Days of the period of the figures, the last included. */
  readonly from: Day;
  readonly to: Day;
  /** Figures of all that this person may see, by the indicator's code. */
  readonly figures: Readonly<Record<string, Figure>>;
  /** Cases on which a person must decide, by reason. */
  readonly desk: number;
  /** Longest overdue first. */
  readonly overdueRows: readonly CaseRow[];
  readonly holders: readonly {
    readonly holder: Named;
    readonly overdue: number;
    readonly warned: number;
    readonly oldestDueAt: Instant | null;
  }[];
  readonly units: readonly UnitFigures[];
  readonly notAnnounced: readonly number[];
  readonly now: Instant;
}

/** GET /api/inbox: what the house told this person and their unit, newest first. */
export interface InboxAnswer {
  /** Among the rows. */
  readonly unread: number;
  readonly rows: readonly {
    readonly id: string;
    readonly caseId: string;
    readonly number: string;
    readonly kind: string;
    readonly text: string;
    readonly createdAt: Instant;
    /** When this person opened the case after it; null before. */
    readonly readAt: Instant | null;
    readonly urgency: Urgency;
  }[];
  /** What was told about calls (乡呼县应), newest first. */
  readonly calls: readonly {
    readonly id: string;
    readonly callId: string;
    readonly number: string;
    readonly kind: string;
    readonly text: string;
    readonly createdAt: Instant;
    readonly level: CallLevel["code"];
  }[];
  readonly now: Instant;
}

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

/** GET /api/demo: accounts to sign in with by one click; 404 outside demo mode. */
export interface DemoAnswer {
  readonly accounts: readonly {
    readonly username: string;
    readonly name: string;
    readonly role: Role;
    readonly unit: string | null;
  }[];
  readonly password: string;
}

/** POST /api/cases/:id/reveal {reason} */
export interface RevealAnswer {
  readonly name: string | null;
  readonly phone: string | null;
}

/** POST /api/photos */
export interface PhotoAnswer {
  readonly id: string;
}

/** GET /api/session/security: the second factor and the devices of whoever asks. */
export interface SecurityAnswer {
  readonly factor: { readonly on: boolean; readonly required: boolean; readonly codesLeft: number };
  readonly devices: readonly DeviceRow[];
  readonly leastLetters: number;
  readonly now: Instant;
}

export interface DeviceRow {
  readonly id: string;
  readonly device: string;
  readonly createdAt: Instant;
  readonly seenAt: Instant;
  /** The one that asks. */
  readonly here: boolean;
}

/** POST /api/session/factor: to be read by an authenticator app; in force when a code of it was sent. */
export interface NewFactorAnswer {
  readonly secret: string;
  readonly uri: string;
  /** The QR code, a row of 0 and 1 for each row of modules. */
  readonly rows: readonly string[];
}

/** Told once. */
export interface RecoveryAnswer {
  readonly codes: readonly string[];
}
