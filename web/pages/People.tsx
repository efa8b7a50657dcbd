import { useEffect, useState } from "preact/hooks";
import { HouseNotice } from "../parts/HouseNotice.tsx";
import { CalendarNotice } from "../parts/CalendarNotice.tsx";
import { Hint, Loading, ProblemNotice } from "../parts/Notice.tsx";
import { ImportButton, PeopleImport } from "../parts/PeopleImport.tsx";
import { type PeopleActs, PeopleTable } from "../parts/PeopleTable.tsx";
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
import styles from "./People.module.css";
import { peopleWords } from "../peopleWords.ts";
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
      {meant && meant.length > 0 && <PeopleTable rows={meant} self={account.value?.id ?? null} acts={acts} />}
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

const acts = {
  setPosts: (row, posts) => void setPosts(row, posts),
  resetPassword: (row) => void resetPassword(row),
  endSessions: (row) => void endSessions(row),
  dropFactor: (row) => void (confirm(securityWords.people.sure(row.name)) && dropFactor(row)),
  setDisabled: (row, disabled) => void setDisabled(row, disabled),
} satisfies PeopleActs;
