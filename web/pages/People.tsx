import { useEffect, useState } from "preact/hooks";
import type { PersonRow } from "../../server/domain/peopleAnswers.ts";
import { roleWords } from "../../server/domain/words.ts";
import { HouseNotice } from "../parts/HouseNotice.tsx";
import { CalendarNotice } from "../parts/CalendarNotice.tsx";
import { Hint, Loading, ProblemNotice } from "../parts/Notice.tsx";
import { ImportButton, PeopleImport } from "../parts/PeopleImport.tsx";
import { PersonForm } from "../parts/PersonForm.tsx";
import { securityWords } from "../securityWords.ts";
import {
  dropFactor,
  endSessions,
  newPassword,
  people,
  resetPassword,
  setDisabled,
  setPosts,
} from "../state/people.ts";
import { account } from "../state/session.ts";
import { words } from "../words.ts";
import styles from "./People.module.css";
import { peopleWords } from "../peopleWords.ts";
import { TableHead } from "../parts/TableHead.tsx";
import type { peopleMeant } from "../state/peopleMeant.ts";

export function People() {
  const [adding, setAdding] = useState(false);
  const [wanted, setWanted] = useState("");
  const look = useLook();
  useEffect(() => void people.load(), []);
  const rows = people.value.value?.rows;
  const meant = rows && look ? look(rows, wanted) : rows;
  const problem = people.problem.value;
  const told = newPassword.value;
  return (
    <div class={styles["page"]}>
      <header class={styles["head"]}>
        <h1>{peopleWords.title}</h1>
        <div>
          <ImportButton />{" "}
          <button type="button" class="button primary" onClick={() => setAdding(true)}>
            {peopleWords.add}
          </button>
        </div>
      </header>
      <HouseNotice />
      <CalendarNotice />
      <p class="muted">{peopleWords.postsHint}</p>
      <PeopleImport />
      {told && <Hint tone="warn">{peopleWords.password(told.username, told.password)}</Hint>}
      {problem && <ProblemNotice problem={problem} retry={people.load} />}
      {!rows && !problem && <Loading />}
      {rows && meant && look && (
        <div class={styles["find"]}>
          <input
            type="search"
            aria-label={peopleWords.find}
            placeholder={peopleWords.findHint}
            autocomplete="off"
            value={wanted}
            onInput={(event) => setWanted(event.currentTarget.value)}
          />
          <span class="muted" role="status">
            {peopleWords.found(meant.length, rows.length, wanted.trim())}
          </span>
        </div>
      )}
      {meant && meant.length > 0 && (
        <div class={`card ${styles["table"]}`}>
          <table>
            <TableHead names={Object.values(peopleWords.columns)} />
            <tbody>
              {meant.map((row) => (
                <Row key={row.id} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {adding && <PersonForm close={() => setAdding(false)} />}
    </div>
  );
}

/** The table of initials comes after the page, which is read without a field to look by where it cannot be had. */
function useLook(): typeof peopleMeant | null {
  const [look, setLook] = useState<typeof peopleMeant | null>(null);
  useEffect(() => {
    import("../state/peopleMeant.ts").then(
      (found) => setLook(() => found.peopleMeant),
      () => undefined,
    );
  }, []);
  return look;
}

const posts = Object.keys(peopleWords.posts) as (keyof typeof peopleWords.posts)[];

/** Who of the unit receives 催办, 督办 and 通报. */
function Posts({ row }: { readonly row: PersonRow }) {
  if (row.unit === null) return <>{words.none}</>;
  return (
    <fieldset class={styles["posts"]} disabled={row.disabled} aria-label={peopleWords.postsOf(row.name)}>
      {posts.map((post) => (
        <label key={post}>
          <input
            type="checkbox"
            checked={row.posts.includes(post)}
            onChange={(event) =>
              void setPosts(
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
function MoreActs({ row }: { readonly row: PersonRow }) {
  const text = securityWords.people;
  return (
    <>
      <button type="button" class="button quiet" onClick={() => void endSessions(row)}>
        {text.endSessions}
      </button>
      <button
        type="button"
        class="button quiet"
        onClick={() => void (confirm(text.sure(row.name)) && dropFactor(row))}
      >
        {text.dropFactor}
      </button>
    </>
  );
}

function Row({ row }: { readonly row: PersonRow }) {
  const place = [row.unit?.name, ...row.cells.map((cell) => cell.name)].filter(Boolean).join(words.comma);
  const self = row.id === account.value?.id;
  return (
    <tr class={row.disabled ? styles["off"] : ""}>
      <th scope="row">{row.name}</th>
      <td>
        <code>{row.username}</code>
      </td>
      <td>{roleWords[row.role]}</td>
      <td class={styles[place ? "place" : "none"]}>{place || words.none}</td>
      <td class={styles[row.unit ? "duties" : "none"]}>
        <Posts row={row} />
      </td>
      <td>{row.disabled ? peopleWords.isDisabled : peopleWords.isActive}</td>
      <td class={styles["acts"]}>
        <button type="button" class="button quiet" onClick={() => void resetPassword(row)}>
          {peopleWords.reset}
        </button>
        {!self && <MoreActs row={row} />}
        {!self && (
          <button type="button" class="button quiet" onClick={() => void setDisabled(row, !row.disabled)}>
            {row.disabled ? peopleWords.enable : peopleWords.disable}
          </button>
        )}
      </td>
    </tr>
  );
}
