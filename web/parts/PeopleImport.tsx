/** Accounts from a table: what is wrong row by row, then all at once, then slips to hand out. */
import { peopleWords } from "../peopleWords.ts";
import { addAll, checked, checkTable, refused } from "../state/peopleImport.ts";
import { Hint, ProblemNotice } from "./Notice.tsx";
import { TableHead } from "./TableHead.tsx";
import styles from "./Panel.module.css";

const words = peopleWords.import;

export function ImportButton() {
  return (
    <label class={`button ${styles["import"]}`} title={words.hint}>
      {words.open}
      <input
        type="file"
        class="visuallyHidden"
        accept=".csv"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = "";
          if (file) void checkTable(file);
        }}
      />
    </label>
  );
}

export function PeopleImport() {
  const found = checked.value;
  if (refused.value) return <ProblemNotice problem={refused.value} />;
  if (!found) return null;
  if (found.added.length > 0) return <Slips />;
  return (
    <section class={`card ${styles["card"]}`} aria-label={words.title} role="status">
      <h2>{words.title}</h2>
      <p class="muted">{words.hint}</p>
      <p>{words.checked(found.rows.length, found.bad.length)}</p>
      {found.bad.length > 0 && (
        <Hint tone="warn">
          <ul>
            {found.bad.map(({ line, message }) => (
              <li key={line}>{words.bad(line, message)}</li>
            ))}
          </ul>
        </Hint>
      )}
      {found.bad.length === 0 && found.rows.length > 0 && (
        <div class={styles["acts"]}>
          <button type="button" class="button primary" onClick={() => void addAll()}>
            {words.add(found.rows.length)}
          </button>
        </div>
      )}
    </section>
  );
}

function Slips() {
  const added = checked.value?.added ?? [];
  return (
    <section class={`card ${styles["card"]}`} aria-label={words.title} role="status">
      <h2>{words.title}</h2>
      <p>{words.added(added.length)}</p>
      <table>
        <TableHead names={words.columns} />
        <tbody>
          {added.map(({ username, name, password }) => (
            <tr key={username}>
              <td>{username}</td>
              <td>{name}</td>
              <td>
                <code>{password}</code>
              </td>
              <td>{location.origin}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class={styles["acts"]}>
        <button type="button" class="button" onClick={() => window.print()}>
          {words.print}
        </button>
      </div>
    </section>
  );
}
