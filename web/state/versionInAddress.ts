/** The version of the grid that an address asks for. Pure. */

/** What the address says, where it can be a version at all; the server judges the rest. */
export function readVersion(text: string | undefined): string | undefined {
  return text !== undefined && /^[1-9]\d{0,8}$/u.test(text) ? text : undefined;
}
