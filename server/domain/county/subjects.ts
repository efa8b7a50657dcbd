/**
 * 县定数据: what a county decides by itself, parted into subjects. Each subject is some of the files under `fixtures/`;
 * what the program brings is version 1, what the county publishes stands in their place from its day on.
 */

export const countySubjects = [
  "calendar",
  "limits",
  "calls",
  "evaluation",
  "emergency",
  "supervision",
  "cockpit",
  "units",
  "taxonomy",
] as const;

export type CountySubject = (typeof countySubjects)[number];

/** Files of a subject by their path below `fixtures/`. */
const patterns: Readonly<Record<CountySubject, RegExp>> = {
  calendar: /^calendar\/(\d{4}|hours|calendars)\.json$/u,
  limits: /^(policies|counts)\.json$/u,
  calls: /^calls\.json$/u,
  evaluation: /^evaluation\.json$/u,
  emergency: /^emergency\.json$/u,
  supervision: /^supervision\.json$/u,
  cockpit: /^cockpit\.json$/u,
  units: /^(departments|townships)\.json$/u,
  taxonomy: /^taxonomy\/([a-z0-9-]+)\.json$/u,
};

/** Contents of the files of a subject by their path. */
export type CountyBody = Readonly<Record<string, unknown>>;

export function belongsTo(subject: CountySubject, path: string): boolean {
  return patterns[subject].test(path);
}

/** What of all files belongs to a subject, in the order of their names. */
export function bodyOf(subject: CountySubject, files: ReadonlyMap<string, unknown>): CountyBody {
  return Object.fromEntries(
    [...files].filter(([path]) => belongsTo(subject, path)).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Paths of a body that are none of its subject's: nothing may be slipped in beside it. */
export function strangersIn(subject: CountySubject, body: CountyBody): readonly string[] {
  return Object.keys(body).filter((path) => !belongsTo(subject, path));
}
