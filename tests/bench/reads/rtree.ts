/** The limit that maps of all years are held against: an R*Tree of every case, joined with the rows that a pin is made of. */
import type { Database } from "better-sqlite3";
import type { Question } from "./questions.ts";

const COLUMNS =
  "id number state text address item_code cell_code holder warn_at due_at severe_at due_by lng lat"
    .split(" ")
    .map((name) => `cases.${name}`)
    .join(", ");

/** @param boxes half a side in degrees, by name. @returns any 2,000 of each box, and the latest changed 2,000. */
export function rtreeQuestions(
  sqlite: Database,
  [lng, lat]: readonly [number, number],
  boxes: Readonly<Record<string, number>>,
): readonly Question[] {
  let made: ReturnType<typeof makeTree> | null = null;
  // A tree of a million cases takes its time: only for who asks it
  const tree = () => (made ??= makeTree(sqlite));
  return Object.entries(boxes).flatMap(([name, half]) => {
    const box = { west: lng - half, east: lng + half, south: lat - half, north: lat + half };
    return [
      { name: `R*Tree + join: ${name}, any 2,000`, ask: async () => tree().any.all(box) },
      { name: `R*Tree + join: ${name}, newest`, ask: async () => tree().newest.all(box) },
    ];
  });
}

function makeTree(sqlite: Database) {
  sqlite.exec(`attach ':memory:' as side; create virtual table side.tree using rtree(id, west, east, south, north);
    insert into side.tree select rowid, lng, lng, lat, lat from cases where lng is not null`);
  const from = `select ${COLUMNS} from side.tree as tree cross join cases on cases.rowid = tree.id
    where tree.east >= $west and tree.west <= $east and tree.north >= $south and tree.south <= $north
    and cases.lng between $west and $east and cases.lat between $south and $north`;
  return {
    any: sqlite.prepare(`${from} limit 2000`),
    newest: sqlite.prepare(`${from} order by cases.updated_at desc, cases.id desc limit 2000`),
  };
}
