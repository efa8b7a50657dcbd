/** GET /api/reference: what every screen needs to name things and to count working time by itself. */
import { referenceShape } from "../shapes/screens.ts";
import { Hono } from "hono";
import { compress } from "hono/compress";
import { etag } from "hono/etag";
import type { App } from "../appEnv.ts";
import type { Deps } from "../deps.ts";
import type { Reference } from "../domain/reference.ts";
import type { ReferenceAnswer } from "../domain/screenAnswers.ts";
import { note } from "../openapi.ts";

export function referenceRoutes({ reference }: Deps): Hono<App> {
  const answer = referenceAnswer(reference);
  return new Hono<App>()
    .use("/api/reference", compress(), etag())
    .get(
      "/api/reference",
      note({ tag: "参考", summary: "参考数据", answer: referenceShape, open: true }),
      (c) => {
        c.header("Cache-Control", "no-cache");
        return c.json(answer);
      },
    );
}

function referenceAnswer(reference: Reference): ReferenceAnswer {
  const { version, taxonomy, units, townships, reasons, years, hours, calendars } = reference;
  return {
    version,
    majors: taxonomy.majors.map(({ code, name, minors }) => ({
      code,
      name,
      minors: minors.map((minor) => ({
        code: minor.code,
        name: minor.name,
        items: minor.items.map(({ code, name, leadUnit, urgency, limits }) => ({
          code,
          name,
          leadUnit,
          urgency,
          limits,
        })),
      })),
    })),
    units: units.map(({ code, name, shortName, level }) => ({ code, name, shortName, level })),
    townships,
    reasons,
    calendar: { years, hours, named: calendars, notAnnounced: notAnnouncedYears(years) },
  };
}

/** Deadlines in these years are provisional, and every screen says so. */
export function notAnnouncedYears(years: Reference["years"]): readonly number[] {
  return years.filter((year) => year.status === "notAnnounced").map((year) => year.year);
}
