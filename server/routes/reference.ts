/** GET /api/reference: what every screen needs to name things and to count working time by itself. */
import { itemShape, referenceShape } from "../shapes/reference.ts";
import { Hono } from "hono";
import { compress } from "hono/compress";
import { etag } from "hono/etag";
import type { App } from "../appEnv.ts";
import type { Deps } from "../deps.ts";
import type { Reference } from "../domain/reference.ts";
import type { ItemAnswer, ReferenceAnswer } from "../domain/referenceAnswers.ts";
import { refuse } from "../domain/case.ts";
import type { Item } from "../domain/taxonomy.ts";
import { ofPresent } from "../county/ofPresent.ts";
import { note } from "../openapi.ts";
import { problem } from "../problem.ts";
import type { Names } from "../view/names.ts";

export function referenceRoutes(deps: Deps): Hono<App> {
  const { names } = deps;
  const answer = ofPresent(referenceAnswer);
  return new Hono<App>()
    .use("/api/reference", compress(), etag())
    .get(
      "/api/reference",
      note({ tag: "参考", summary: "参考数据", answer: referenceShape, open: true }),
      (c) => {
        c.header("Cache-Control", "no-cache");
        return c.json(answer(deps.reference));
      },
    )
    .get(
      "/api/reference/items/:code",
      note({
        tag: "参考",
        summary: "事项的立案条件",
        description: "每条立案条件的紧急度、三段时限和结案条件；事项的责任单位、协办单位和紧急转办电话。",
        params: { code: "事项代码" },
        answer: itemShape,
        refusals: [422],
        open: true,
      }),
      (c) => {
        const code = c.req.param("code");
        const item = deps.reference.taxonomy.lookUp(code);
        return item === null
          ? problem(c, refuse("badValue", { field: "itemCode", given: code, expected: "item code" }))
          : c.json(itemAnswer(item, deps.reference, names));
      },
    );
}

function itemAnswer(item: Item, { stagePlans }: Reference, names: Names): ItemAnswer {
  const { code, name, urgency, limits, conditions, townshipRole, emergencyTransfer } = item;
  const named = (unit: string) => names.holder(unit) ?? { code: unit, name: unit };
  return {
    code,
    name,
    urgency,
    limits,
    conditions,
    townshipRole,
    emergencyTransfer,
    plans: stagePlans
      .filter((plan) => plan.conditions.some((row) => conditions.some((own) => own.code === row)))
      .map((plan) => ({
        name: plan.name,
        conditions: plan.conditions,
        stages: plan.stages,
        total: plan.total,
      })),
    leadUnit: named(item.leadUnit),
    assistUnits: item.assistUnits.map(named),
  };
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
        items: minor.items.map(({ code, name, leadUnit, urgency, limits, townshipRole, evidence }) => ({
          code,
          name,
          leadUnit,
          urgency,
          limits,
          townshipRole,
          photoAfter: evidence.required.includes("photoAfter"),
        })),
      })),
    })),
    units: units.map(({ code, name, shortName, level, calendar, closedOn }) => ({
      code,
      name,
      shortName,
      level,
      calendar,
      ...(closedOn === undefined ? {} : { closedOn }),
    })),
    // Whom to ask for at an office is for signed-in people (GET /api/contacts): this list is open to everybody
    townships: townships.map(({ code, name }) => ({ code, name })),
    reasons,
    calendar: { years, hours, named: calendars, notAnnounced: notAnnouncedYears(years) },
  };
}

/** Deadlines in these years are provisional, and every screen says so. */
export function notAnnouncedYears(years: Reference["years"]): readonly number[] {
  return years.filter((year) => year.status === "notAnnounced").map((year) => year.year);
}
