/** Everything the server works with, made once by `createDeps` and handed down: nothing reaches for a global. */
import { createPublicKey, type KeyObject } from "node:crypto";
import type { Cell } from "../geo/cell.ts";
import type { Placer } from "../geo/locate.ts";
import type { Mender } from "../geo/mend.ts";
import type { PlaceFinder } from "../geo/places/finder.ts";
import type { Gazetteer } from "../geo/places/place.ts";
import type { NamedPerson, Store } from "../db/store.ts";
import { loadExportRule } from "../fixtures/exports.ts";
import { loadFieldRule } from "../fixtures/field.ts";
import { loadCommonPasswords } from "../fixtures/passwords.ts";
import { type CatalogueInForce, createInForce } from "./catalogue/inForce.ts";
import type { Config } from "./config.ts";
import { type CountyInForce, createCountyInForce } from "./county/inForce.ts";
import { ofPresent } from "./county/ofPresent.ts";
import type { Calendar } from "./domain/calendar.ts";
import type { CalendarBook, KeptCalendar } from "./domain/calendars.ts";
import { startingCatalogue } from "./domain/catalogue/start.ts";
import type { DispatchCatalogue } from "./domain/catalogue/suggest.ts";
import type { FieldRule } from "./domain/field.ts";
import type { ExportRule } from "./domain/exports.ts";
import type { Precedent } from "./domain/precedent.ts";
import type { Reading } from "./domain/reader.ts";
import type { Reference } from "./domain/reference.ts";
import type { Instant } from "./domain/time.ts";
import { createEmergencies, type Emergencies } from "./emergencies.ts";
import { createGridInForce, type GridInForce } from "./grid/inForce.ts";
import { createHeldCases, type HeldCases } from "./held/cases.ts";
import { createHeldFiles, type HeldFiles } from "./held/files.ts";
import { holding } from "./held/holding.ts";
import { createHeldPlaces, type HeldPlaces } from "./held/places.ts";
import { createHeldRulings } from "./held/rulings.ts";
import { bareGround, type Ground } from "./ground.ts";
import { createIds, type Ids } from "./ids.ts";
import { createLive, type Live } from "./live.ts";
import { gazetteerFor } from "./gazetteer.ts";
import { createLearner, type Learner } from "./learning/learner.ts";
import { createRenewals, type Renewals } from "./learning/renewal.ts";
import type { Log } from "./log.ts";
import type { KnownKeys } from "./record/keyHistory.ts";
import { createPlaces, type Places } from "./places.ts";
import { createMetrics, type Metrics } from "./metrics.ts";
import { type PhotoFiles, photoFilesOf } from "./photoFiles/photoFiles.ts";
import { createNames, type Names } from "./view/names.ts";
import { createWatch, type Watch } from "./watch.ts";

export interface Deps {
  readonly config: Config;
  readonly store: Store;
  /** Files of photos, wherever they lie. */
  readonly photoFiles: PhotoFiles;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** What the county decides by itself, version by version; `reference`, `calendar` and `calendars` follow it. */
  readonly county: CountyInForce;
  readonly reference: Reference;
  /** The county's own. */
  readonly calendar: Calendar;
  readonly calendars: CalendarBook;
  readonly catalogue: CatalogueInForce;
  readonly reader: TextReader;
  /** Corrections, trained models and lines of the reader. */
  readonly learner: Learner;
  /** Training again in the background. */
  readonly renewals: Renewals;
  /** The grid that counts today; `locate` to `cells` follow it when another version comes into force. */
  readonly grid: GridInForce;
  readonly locate: Placer;
  readonly mend: Mender;
  /** Every name of the county and where it is, learned ones too. */
  readonly places: Places;
  /** Words → places. */
  readonly findPlaces: PlaceFinder;
  readonly gridVersion: string;
  /** Cells in force today. */
  readonly cells: readonly Cell[];
  readonly ground: Ground;
  readonly names: Names;
  /** Cells that share a border with one. */
  readonly neighbours: (cell: string) => readonly string[];
  readonly live: Live;
  readonly emergencies: Emergencies;
  /** Cases of the last weeks by where they are. */
  readonly heldCases: HeldCases;
  readonly heldFiles: HeldFiles;
  /** What surroundings are told from. */
  readonly heldPlaces: HeldPlaces;
  /** Accounts that orders of supervision may reach. */
  readonly namedPeople: () => Promise<readonly NamedPerson[]>;
  /** The latest rulings, oldest first. */
  readonly rulings: () => Promise<readonly Precedent[]>;
  /** Signs checkpoints; null where none are made. */
  readonly recordKey: KeyObject | null;
  /** Every key that has signed checkpoints of this house. */
  readonly recordKeys: KnownKeys;
  /** Words that no password may be made of. */
  readonly commonPasswords: readonly string[];
  readonly metrics: Metrics;
  /** When an export needs a second person. */
  readonly exportRule: ExportRule;
  /** What phones out in the field go by. */
  readonly fieldRule: FieldRule;
  /** What is wrong with the house itself. */
  readonly watch: Watch;
}

export interface Clock {
  readonly now: () => Instant;
  /** False while a time that nobody has confirmed must fire nothing by itself. */
  readonly mayRing?: () => boolean;
  readonly look?: () => void;
  readonly confirm?: () => void;
}

/** Reads what a text is about. */
export interface TextReader {
  readonly classify: (text: string) => Reading;
}

export type DepsMaterial = Pick<Deps, "config" | "store" | "clock" | "log" | "reference"> &
  Partial<
    Pick<
      Deps,
      | "recordKey"
      | "recordKeys"
      | "exportRule"
      | "ground"
      | "catalogue"
      | "reader"
      | "learner"
      | "renewals"
      | "metrics"
      | "ids"
      | "watch"
      | "county"
      | "photoFiles"
    >
  > & {
    /** Every life of every cell of the governance grid. */
    readonly cells: readonly Cell[];
    readonly gazetteer?: Gazetteer;
    /** Versions of calendars that running clocks were started with. */
    readonly keptCalendars?: ReadonlyMap<string, KeptCalendar>;
  };

export function createDeps(material: DepsMaterial): Deps {
  const { reference, store, gazetteer, cells: lives, ...given } = material;
  const county =
    material.county ??
    createCountyInForce({
      ...material,
      start: reference,
      ...(material.keptCalendars === undefined ? {} : { kept: material.keptCalendars }),
    });
  const gazetteerOf = gazetteer === undefined ? gazetteerFor : () => gazetteer;
  const grid = createGridInForce({ store, clock: material.clock, cells: lives, gazetteerOf });
  const places = createPlaces({
    store,
    locate: (point) => grid.current().locate(point),
    gazetteer: () => grid.current().gazetteer,
  });
  const { learner = createLearner({ store, taxonomy: reference.taxonomy, lexicon: [] }) } = material;
  return {
    ground: bareGround,
    recordKey: null,
    recordKeys: material.recordKey ? [createPublicKey(material.recordKey)] : [],
    catalogue: createInForce(material, () => dutyList(county.current())),
    reader: learner,
    learner,
    renewals: createRenewals(),
    ids: createIds(material.clock.now),
    photoFiles: photoFilesOf(material.config),
    metrics: createMetrics(),
    watch: createWatch(material.clock.now, material.log),
    ...given,
    county,
    get reference() {
      return county.current();
    },
    store,
    get calendar() {
      return county.book().of(null);
    },
    get calendars() {
      return county.book();
    },
    grid,
    locate: (point) => grid.current().locate(point),
    mend: (point) => grid.current().mend(point),
    places,
    findPlaces: places.find,
    neighbours: (cell) => grid.current().neighbours(cell),
    get gridVersion() {
      return grid.current().gridVersion;
    },
    get cells() {
      return grid.current().cells;
    },
    names: createNames(county.current, () => grid.current().cellNames),
    live: createLive(),
    commonPasswords: loadCommonPasswords(),
    exportRule: material.exportRule ?? loadExportRule(),
    fieldRule: loadFieldRule(),
    emergencies: createEmergencies(store, county.current),
    heldFiles: createHeldFiles(store),
    heldCases: createHeldCases({ store, clock: material.clock, rules: reference.linking }),
    heldPlaces: createHeldPlaces(store),
    ...heldBy(store),
  };
}

/** What is answered from memory and told by one mark. */
export function heldBy(store: Store): Pick<Deps, "namedPeople" | "rulings"> {
  return {
    namedPeople: holding(
      async () => await store.changes.count("accounts"),
      async () => await store.people.named(),
    ),
    rulings: createHeldRulings(store),
  };
}

const dutyList = ofPresent(dutyListAlone);

function dutyListAlone({ taxonomy, units, deskUnit }: Reference): DispatchCatalogue {
  return startingCatalogue({ items: taxonomy.items, units, deskUnit });
}
