/** Masking of personal data (脱敏, GB/T 35273 §7.2): done on the server, never in the browser. */

/** `王建国` → `王**`, `欧阳娜` → `欧阳*`; foreign and odd names keep their first character. */
export function maskName(name: string): string {
  const letters = Array.from(name.trim());
  if (letters.length === 0) return "";
  const keep = letters.length > 2 && doubleSurnames.has(letters.slice(0, 2).join("")) ? 2 : 1;
  return letters.slice(0, keep).join("") + "*".repeat(Math.max(1, letters.length - keep));
}

/** Keeps the first three and last four digits of a mobile number, less of anything shorter. */
export function maskPhone(phone: string): string {
  const digits = phone.trim();
  if (digits.length >= 11) return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
  return "*".repeat(Math.max(0, digits.length - 2)) + digits.slice(-2);
}

const doubleSurnames = new Set([
  "欧阳",
  "司马",
  "上官",
  "诸葛",
  "东方",
  "皇甫",
  "尉迟",
  "公孙",
  "慕容",
  "司徒",
  "夏侯",
  "令狐",
]);
