/** Text of a field of a form, without blanks at its ends; a file has none. */
export function textIn(sent: FormData, name: string): string {
  const value = sent.get(name);
  return typeof value === "string" ? value.trim() : "";
}
