/** Accounts in rows, on a phone in cards: who it is, for what, with which posts, and what an administrator may do. */
import type { PersonRow } from "../../server/domain/peopleAnswers.ts";
import { roleWords } from "../../server/domain/words.ts";
import { peopleWords } from "../peopleWords.ts";
import { securityWords } from "../securityWords.ts";
import { words } from "../words.ts";
import styles from "./PeopleTable.module.css";
import { TableHead } from "./TableHead.tsx";

export interface PeopleActs {
  readonly setPosts: (row: PersonRow, posts: PersonRow["posts"]) => void;
  readonly resetPassword: (row: PersonRow) => void;
  readonly endSessions: (row: PersonRow) => void;
  readonly dropFactor: (row: PersonRow) => void;
  readonly setDisabled: (row: PersonRow, disabled: boolean) => void;
}

interface PeopleTableProps {
  readonly rows: readonly PersonRow[];
  /** Whoever looks: nobody locks themselves out. */
  readonly self: string | null;
  readonly acts: PeopleActs;
}

export function PeopleTable({ rows, self, acts }: PeopleTableProps) {
  return (
    <div class={`card ${styles["table"]}`}>
      <table>
        <TableHead names={Object.values(peopleWords.columns)} />
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} isSelf={row.id === self} acts={acts} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly row: PersonRow;
  readonly isSelf: boolean;
  readonly acts: PeopleActs;
}

function Row({ row, isSelf, acts }: RowProps) {
  const place = [row.unit?.name, ...row.cells.map((cell) => cell.name)].filter(Boolean).join(words.comma);
  return (
    <tr class={row.disabled ? styles["off"] : ""}>
      <th scope="row">{row.name}</th>
      <td>
        <code>{row.username}</code>
      </td>
      <td>{roleWords[row.role]}</td>
      <td class={styles[place ? "place" : "none"]}>{place || words.none}</td>
      <td class={styles[row.unit ? "duties" : "none"]}>
        <Posts row={row} setPosts={acts.setPosts} />
      </td>
      <td>{row.disabled ? peopleWords.isDisabled : peopleWords.isActive}</td>
      <td class={styles["acts"]}>
        <button type="button" class="button quiet" onClick={() => acts.resetPassword(row)}>
          {peopleWords.reset}
        </button>
        {!isSelf && <MoreActs row={row} acts={acts} />}
      </td>
    </tr>
  );
}

const posts = Object.keys(peopleWords.posts) as (keyof typeof peopleWords.posts)[];

/** Who of the unit receives 催办, 督办 and 通报. */
function Posts({ row, setPosts }: { readonly row: PersonRow } & Pick<PeopleActs, "setPosts">) {
  if (row.unit === null) return <>{words.none}</>;
  return (
    <fieldset class={styles["posts"]} disabled={row.disabled} aria-label={peopleWords.postsOf(row.name)}>
      {posts.map((post) => (
        <label key={post}>
          <input
            type="checkbox"
            checked={row.posts.includes(post)}
            onChange={(event) =>
              setPosts(
                row,
                posts.filter((each) =>
                  each === post ? event.currentTarget.checked : row.posts.includes(each),
                ),
              )
            }
          />
          {peopleWords.posts[post]}
        </label>
      ))}
    </fieldset>
  );
}

/** For a lost phone: out everywhere; and without recovery codes, the second factor set up anew. */
function MoreActs({ row, acts }: Pick<RowProps, "row" | "acts">) {
  const text = securityWords.people;
  return (
    <>
      <button type="button" class="button quiet" onClick={() => acts.endSessions(row)}>
        {text.endSessions}
      </button>
      <button type="button" class="button quiet" onClick={() => acts.dropFactor(row)}>
        {text.dropFactor}
      </button>
      <button type="button" class="button quiet" onClick={() => acts.setDisabled(row, !row.disabled)}>
        {row.disabled ? peopleWords.enable : peopleWords.disable}
      </button>
    </>
  );
}
