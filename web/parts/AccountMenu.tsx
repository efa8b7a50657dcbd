import { useLocation } from "preact-iso/router";
import { roleWords } from "../../server/domain/words.ts";
import { account, signOut } from "../state/session.ts";
import { forgetRecordsOf, waiting } from "../state/queue.ts";
import { chooseTheme, theme, themes } from "../state/theme.ts";
import { words } from "../words.ts";
import styles from "./AccountMenu.module.css";
import { Icon } from "./Icon.tsx";
import { useMenu } from "./useMenu.ts";

export function AccountMenu() {
  const { route } = useLocation();
  const person = account.value;
  const menu = useMenu();

  async function leave(): Promise<void> {
    const count = waiting.value.length;
    if (count > 0 && !confirm(words.shell.signOutWaiting(count))) return;
    await signOut();
    if (person) forgetRecordsOf(person.id);
    route("/signin");
  }

  return (
    <details ref={menu} class={styles["menu"]}>
      <summary>
        <span class="visuallyHidden">{words.shell.account} </span>
        <span class={styles["name"]}>{person?.name ?? words.shell.theme.label}</span>
        <Icon name="down" size={14} />
      </summary>
      <div class={styles["sheet"]}>
        {person && (
          <p class={styles["who"]}>
            {person.name}
            <span class="muted">{roleWords[person.role]}</span>
          </p>
        )}
        {person && (
          <a class="button" href="/security">
            {words.shell.security}
          </a>
        )}
        <ThemeChoice />
        {person ? (
          <button type="button" class="button" onClick={() => void leave()}>
            {words.shell.signOut}
          </button>
        ) : (
          <a class="button" href="/signin">
            {words.shell.signIn}
          </a>
        )}
      </div>
    </details>
  );
}

function ThemeChoice() {
  return (
    <fieldset class={styles["themes"]}>
      <legend class="muted">{words.shell.theme.label}</legend>
      {themes.map((name) => (
        <label key={name}>
          <input
            type="radio"
            name="theme"
            checked={theme.value === name}
            onChange={() => chooseTheme(name)}
          />
          {words.shell.theme[name]}
        </label>
      ))}
    </fieldset>
  );
}
