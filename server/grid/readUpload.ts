/** A file of cells that somebody sent, whatever it is: read into a draft, or told why it cannot be read. */
import { cornersIn, MOST_CORNERS } from "../../geo/check/check.ts";
import { type Columns, columnsIn, readDrawing } from "../../geo/check/drawing.ts";
import type { GridFault } from "../../geo/check/fault.ts";
import type { Datum } from "../../geo/point.ts";
import type { DraftBody } from "../domain/gridVersion.ts";
import { decodeText } from "../importing/decode.ts";
import { cutWords, readShapefile, type Unreadable, unreadable } from "./shapefile.ts";
import { cutShape, SHAPE_MARK } from "./shapeParts.ts";

export interface UploadOptions {
  /** What the person says of the coordinates; it goes before what the file says. */
  readonly datum?: Datum;
  readonly columns?: Columns;
}

export interface UploadRead {
  readonly kind: "read";
  readonly body: DraftBody;
  /** The properties of its shapes, each with a value as an example. */
  readonly fields: readonly { readonly name: string; readonly example: string }[];
}

export function readUpload(bytes: Uint8Array, options: UploadOptions): UploadRead | Unreadable {
  const read = documentOf(bytes);
  if (read.kind === "unreadable") return read;
  const drawing = readDrawing(read.document, options.columns);
  const corners = cornersIn(drawing);
  // Nothing could be checked, and merely handing it on would keep everybody waiting
  if (corners > MOST_CORNERS) return unreadable("tooDetailed", `${corners}`);
  const beside = (read.faults ?? []).map((fault) => answered(fault, options));
  const said = options.datum ?? drawing.datum ?? read.datum;
  return {
    kind: "read",
    body: {
      drawing: { cells: drawing.cells, faults: [...beside, ...drawing.faults] },
      datum: said ?? "wgs84",
      stated: said !== undefined,
    },
    fields: [...columnsIn(read.document)].map(([name, example]) => ({ name, example })),
  };
}

/** Who says in which datum the degrees are has answered what a projection beside them asks. */
function answered(fault: GridFault, { datum }: UploadOptions): GridFault {
  return fault.code === "degreesNotMetres" && datum !== undefined ? { ...fault, severity: "warning" } : fault;
}

interface DocumentRead {
  readonly kind: "read";
  readonly document: unknown;
  readonly datum?: Datum;
  readonly faults?: readonly GridFault[];
}

const ZIP = [0x50, 0x4b];
const RAR = [0x52, 0x61, 0x72, 0x21];
const SEVEN_ZIP = [0x37, 0x7a, 0xbc, 0xaf];

function documentOf(bytes: Uint8Array): DocumentRead | Unreadable {
  const begins = (mark: readonly number[]) => mark.every((byte, place) => bytes[place] === byte);
  if (bytes.length === 0) return unreadable("empty");
  if (begins(ZIP)) return readShapefile(bytes);
  if (begins(RAR) || begins(SEVEN_ZIP)) return unreadable("archive");
  if (begins(SHAPE_MARK)) {
    const cut = cutShape(bytes);
    return cut === null ? unreadable("looseShape") : unreadable("cutShape", cutWords(".shp", cut));
  }
  const decoded = decodeText(bytes);
  if (decoded.kind === "notText") return unreadable("notText");
  try {
    return { kind: "read", document: JSON.parse(decoded.text) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return unreadable("notJson", whereBroken(error.message));
  }
}

/** Where the engine stopped reading, in the words of the house; it tells in English, and not always where. */
function whereBroken(message: string): string {
  if (message.includes("Unexpected end")) return "文件到一半就结束了";
  const [, position] = /position (\d+)/u.exec(message) ?? [];
  return position === undefined ? "内容读不懂" : `从第 ${Number(position) + 1} 个字符起读不懂`;
}
