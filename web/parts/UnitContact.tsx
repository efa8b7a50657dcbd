/** 联系人 and office telephone of a unit where people need them; nothing where the county has filled in neither. */
import { useEffect } from "preact/hooks";
import { contactOf, loadContacts } from "../state/contacts.ts";
import { words } from "../words.ts";
import styles from "./UnitContact.module.css";

export function UnitContact({ code }: { readonly code: string }) {
  useEffect(() => void loadContacts(), []);
  const found = contactOf(code);
  if (found === null) return null;
  const { name, phone } = found;
  return (
    <span class={styles["contact"]}>
      {name !== null && <span>{words.contact.person(name)}</span>}
      {phone !== null && (
        <a href={`tel:${phone.replaceAll("-", "")}`} aria-label={words.contact.call(phone)}>
          {phone}
        </a>
      )}
    </span>
  );
}
