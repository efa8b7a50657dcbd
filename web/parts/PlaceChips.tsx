/** What an address may mean, as up to three chips with how exact each is; one tap confirms, nothing is chosen by itself. */
import { spokenWords } from "../spokenWords.ts";
import { useEffect, useMemo } from "preact/hooks";
import type { Mend } from "../../geo/mend.ts";
import type { Datum, Point, ReportedPoint } from "../../geo/point.ts";
import type { PointValue } from "../../server/domain/fields.ts";
import type { Meant } from "../map/spoken.ts";
import { account } from "../state/session.ts";
import { needSpoken, spoken, teachName } from "../state/spoken.ts";
import { Hint } from "./Notice.tsx";

interface PlaceChipsProps {
  /** The address, or what else says where it is. */
  readonly text: string;
  readonly point: ReportedPoint | null;
  readonly caseId?: string;
  /** The person says: here. The point as it is to be kept, with its source and the datum it stands in. */
  readonly choose: (point: PointValue) => void;
  /** The words say only the village or township: shows where that is, for a pin by hand. */
  readonly show: (point: Point, zoom: number) => void;
}

/** From how near a place of this exactness is looked at. */
const ZOOMS = { point: 16, street: 14, village: 14, community: 13.5, township: 12 } as const;
const CELL_DIGITS = 15;
/** A long name goes on in the next line instead of widening the page. */
const WRAPPED = { display: "grid", marginBottom: 6, whiteSpace: "normal" } as const;

export function PlaceChips({ text, point, caseId, choose, show }: PlaceChipsProps) {
  const said = text.trim();
  useEffect(() => {
    if (said.length > 1 || point) void needSpoken();
  }, [said.length > 1, point === null]);
  const ear = spoken.value;
  const meant = useMemo(() => (ear && said.length > 1 ? ear.meantBy(said) : []), [ear, said]);
  const name = ear && point && said.length > 1 ? ear.teachable(said) : null;
  const mend = ear && point ? ear.mend(point) : null;
  const stray = useMemo(() => (ear && said.length > 1 ? ear.stray(said) : null), [ear, said]);

  return (
    <>
      {mend && <MendHint mend={mend} choose={choose} />}
      {stray && <MendHint mend={stray} choose={choose} />}
      {meant.length > 0 && (
        <div role="group" aria-label={spokenWords.label}>
          {meant.map((each, at) => (
            <Chip key={at} meant={each} choose={choose} show={show} />
          ))}
        </div>
      )}
      {name !== null && point && account.value && (
        <button
          type="button"
          class="button quiet"
          onClick={() => void teachName(name, point, caseId ?? null)}
        >
          {spokenWords.teach(name)}
        </button>
      )}
    </>
  );
}

interface ChipProps extends Pick<PlaceChipsProps, "choose" | "show"> {
  readonly meant: Meant;
}

function Chip({ meant, choose, show }: ChipProps) {
  const ear = spoken.value;
  if (meant.kind === "pasted") {
    return (
      <button
        type="button"
        class="button"
        style={WRAPPED}
        onClick={() => choose(inWords(meant.point, meant.datum))}
      >
        <strong>{ear?.nameOfCell(meant.cell)}</strong>
        <small>{spokenWords.pasted(meant.datum, meant.swapped)}</small>
      </button>
    );
  }
  const { name, precision, heard, point, code, learnedOn } = meant.guess;
  const isExact = code.length === CELL_DIGITS;
  return (
    <button
      type="button"
      class="button"
      style={WRAPPED}
      onClick={() => (isExact ? choose(inWords(point, "wgs84")) : show(point, ZOOMS[precision]))}
    >
      <strong>{name}</strong>
      <small>
        {spokenWords.precisions[precision]}
        {heard === "sounded" && spokenWords.sounded}
        {learnedOn !== undefined && spokenWords.learned(learnedOn)}
        {!isExact && spokenWords.inexact}
      </small>
    </button>
  );
}

function inWords({ lng, lat }: Point, datum: Datum): PointValue {
  return { lng, lat, datum, source: "words" };
}

/** 改正 changes how the figures are read: whose they are and how exact is kept. */
function MendHint({ mend, choose }: { readonly mend: Mend; readonly choose: (point: PointValue) => void }) {
  const { fault, better, metres } = mend;
  const cell = better ? (spoken.value?.nameOfCell(better.cell) ?? "") : "";
  return (
    <Hint tone="warn">
      {spokenWords.faults[fault](Math.round(metres / 1000), cell)}
      {better && (
        <button type="button" class="button" onClick={() => choose({ source: "words", ...better.stated })}>
          {spokenWords.mend}
        </button>
      )}
    </Hint>
  );
}
