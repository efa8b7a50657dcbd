/** Previews for the report form: where a point lies, what a text is about, before anything is sent. */
import { locateShape } from "../shapes/map.ts";
import { classifyShape } from "../shapes/reader.ts";
import { Hono } from "hono";
import * as v from "valibot";
import type { App } from "../appEnv.ts";
import { componentNamed } from "../components/named.ts";
import type { Deps } from "../deps.ts";
import { refuse, type Refusal } from "../domain/case.ts";
import { withRules } from "../domain/caseRules.ts";
import { correctionIn } from "../domain/correctionAnswer.ts";
import type { LocateAnswer } from "../domain/mapAnswers.ts";
import type { ClassifyAnswer } from "../domain/readerAnswers.ts";
import { proposeSplit } from "../domain/reading/split.ts";
import { cellOf, townshipOf } from "../domain/report.ts";
import { MINUTE } from "../domain/time.ts";
import { festivalsOf, timesIn } from "../domain/times/times.ts";
import { layersNow } from "../grid/layersAt.ts";
import { placeReport } from "../intake.ts";
import { note } from "../openapi.ts";
import { addressOf } from "../origin.ts";
import { doorProblem, pointProblem, problem } from "../problem.ts";
import { createRate } from "../rate.ts";
import { code, LATITUDE, point, reportedPoint, words } from "../schema.ts";
import { body } from "../validate.ts";
import { responsibleOf, suggestionsOf } from "../view/suggested.ts";

/** A latitude that is a longitude comes as far as the corrector, which names the point that was meant. */
const anyPoint = v.strictObject({
  ...point.entries,
  lat: v.pipe(v.number(), v.minValue(-90), v.maxValue(180, LATITUDE)),
});
const locateBody = v.strictObject({ point: anyPoint });
const classifyBody = v.strictObject({
  text: words(2000),
  point: v.nullish(point),
  itemCode: v.nullish(code),
  componentCode: v.nullish(code),
});

export function previewRoutes(deps: Deps): Hono<App> {
  const { names, reader } = deps;
  const rate = createRate(120, MINUTE, deps.clock.now);
  return new Hono<App>()
    .use("/api/locate", async (c, next) =>
      rate.allow(addressOf(c, deps)) ? next() : doorProblem(c, "tooMany", 60),
    )
    .use("/api/classify", async (c, next) =>
      rate.allow(addressOf(c, deps)) ? next() : doorProblem(c, "tooMany", 60),
    )
    .post(
      "/api/locate",
      note({
        tag: "上报",
        summary: "定位到网格",
        description:
          "不在任何网格内的点，fault 说像是什么错：swapped 经纬度写反，gcj02、bd09 是把偏移坐标当成了 WGS-84，zero 没有定位成功，abroad 不在中国，far 离县很远，beside 就在县外。改得了的（前三种）在 correction 里给出改正后的点、会落到的网格，和应当改送的坐标 stated。纬度大于 90 的回答 422，同样带 correction。",
        answer: locateShape,
        refusals: [422, 429],
        open: true,
      }),
      body(locateBody),
      (c) => {
        const sent = reportedPoint(c.req.valid("json").point);
        const mend = deps.mend(sent);
        const correction = correctionIn(mend, (code) => names.cell(code));
        const placement = sent.lat > 90 ? beyondPole(sent.lat) : placeReport(sent, deps);
        if (placement.kind === "refusal")
          return correction ? pointProblem(c, placement, correction) : problem(c, placement);
        const answer: LocateAnswer = {
          placement,
          cell: names.cell(cellOf(placement)),
          township: names.township(townshipOf(placement)),
          layers: placement.kind === "spoken" ? [] : layersNow(placement.point, deps),
          fault: mend?.fault ?? null,
          correction,
        };
        return c.json(answer);
      },
    )
    .post(
      "/api/classify",
      note({ tag: "上报", summary: "识读文字", answer: classifyShape, refusals: [422, 429], open: true }),
      body(classifyBody),
      async (c) => {
        const sent = c.req.valid("json");
        const component = await componentNamed(sent.componentCode ?? null, deps);
        const reading = reader.classify(sent.text);
        const placement = sent.point ? placeReport(reportedPoint(sent.point), deps) : null;
        if (placement?.kind === "refusal") return problem(c, placement);
        const found = {
          reading,
          itemCode: sent.itemCode ?? reading.candidates[0]?.code ?? null,
          conditionCode: null,
          townshipCode: townshipOf(placement),
          cellCode: cellOf(placement),
          text: sent.text,
          address: null,
          reportedAt: deps.clock.now(),
          ...(component === null ? {} : withRules({}, { component: component.kept })),
        };
        const answer: ClassifyAnswer = {
          suggestions: suggestionsOf(reading, names),
          sure: reading.sure,
          why: reading.why,
          danger: reading.danger,
          speech: reading.speech,
          responsible: responsibleOf(found, {
            ...deps,
            catalogue: deps.catalogue.current(),
            now: deps.clock.now(),
          }),
          parts: proposeSplit(sent.text, reader).map(({ text, code }) => {
            return { text, item: names.item(code) ?? { code, name: code } };
          }),
          times: timesIn(sent.text, found.reportedAt, festivalsOf(deps.reference)),
        };
        return c.json(answer);
      },
    );
}

function beyondPole(lat: number): Refusal {
  return refuse("badValue", { field: "point.lat", given: `${lat}`, expected: LATITUDE });
}
