/** Everything the server works with, made once by `createDeps` and handed down: nothing reaches for a global. */
import { neighboursOf } from "../geo/analysis/neighbours.ts";
import { createPlacer, type Placer } from "../geo/locate.ts";
import { buildGrid } from "../geo/grid.ts";
import { type Cell, cellsInForce } from "../geo/cell.ts";
import { createPlaceFinder, type PlaceFinder } from "../geo/places/finder.ts";
import type { Gazetteer } from "../geo/places/place.ts";
import type { Store } from "../db/store.ts";
import { type CatalogueInForce, createInForce } from "./catalogue/inForce.ts";
import type { Config } from "./config.ts";
import type { Calendar } from "./domain/calendar.ts";
import { type CalendarBook, createCalendarBook, type KeptCalendar } from "./domain/calendars.ts";
import { startingCatalogue } from "./domain/catalogue/start.ts";
import type { DispatchCatalogue } from "./domain/catalogue/suggest.ts";
import type { Reading } from "./domain/reader.ts";
import type { Reference } from "./domain/reference.ts";
import { dayNumber, dayOf, type Instant } from "./domain/time.ts";
import { createEmergencies, type Emergencies } from "./emergencies.ts";
import { bareGround, type Ground } from "./ground.ts";
import { createIds, type Ids } from "./ids.ts";
import { createLive, type Live } from "./live.ts";
import { gazetteerFor } from "./gazetteer.ts";
import { createLearner, type Learner } from "./learning/learner.ts";
import { createRenewals, type Renewals } from "./learning/renewal.ts";
import type { Log } from "./log.ts";
import { createNames, type Names } from "./view/names.ts";

export interface Deps {
  readonly config: Config;
  readonly store: Store;
  readonly clock: { readonly now: () => Instant };
  readonly ids: Ids;
  readonly log: Log;
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
  readonly locate: Placer;
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
}

/** Reads what a text is about. */
export interface TextReader {
  readonly classify: (text: string) => Reading;
}

export type DepsMaterial = Pick<Deps, "config" | "store" | "clock" | "log" | "reference" | "cells"> &
  Partial<Pick<Deps, "ground" | "catalogue" | "reader" | "learner" | "renewals">> & {
    readonly gazetteer?: Gazetteer;
    /** Versions of calendars that running clocks were started with. */
    readonly keptCalendars?: ReadonlyMap<string, KeptCalendar>;
  };

/** Looked for once, on the first question: drawing the whole mesh takes a moment. */
function neighbourFinder(cells: readonly Cell[]): Deps["neighbours"] {
  let found: ReadonlyMap<string, readonly string[]> | null = null;
  return (code) => {
    found ??= new Map(
      neighboursOf(cells).map((places, at) => [
        cells[at]?.code ?? "",
        places.flatMap((place) => cells[place]?.code ?? []),
      ]),
    );
    return found.get(code) ?? [];
  };
}

export function createDeps(material: DepsMaterial): Deps {
  const { clock, reference, gazetteer = gazetteerFor(material.cells) } = material;
  const today = dayOf(dayNumber(clock.now()));
  const cells = cellsInForce(material.cells, today);
  const calendars = createCalendarBook(reference, material.keptCalendars);
  const locate = createPlacer(buildGrid(cells, today));
  const { store, learner = createLearner({ store, taxonomy: reference.taxonomy, lexicon: [] }) } = material;
  return {
    ground: bareGround,
    catalogue: createInForce(material, dutyListAlone(reference)),
    reader: learner,
    learner,
    renewals: createRenewals(),
    ...material,
    cells,
    ids: createIds(clock.now),
    calendar: calendars.of(null),
    calendars,
    locate,
    findPlaces: createPlaceFinder(gazetteer, locate),
    gridVersion: today,
    names: createNames(reference, cells),
    neighbours: neighbourFinder(cells),
    live: createLive(),
    emergencies: createEmergencies(material.store, reference),
  };
}

function dutyListAlone({ taxonomy, units, deskUnit }: Reference): DispatchCatalogue {
  return startingCatalogue({ items: taxonomy.items, units, deskUnit });
}
