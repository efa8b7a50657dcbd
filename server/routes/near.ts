/** POST /api/near: what is under way near a report that is being written, so that it need not be reported twice. */
import { Hono } from "hono";
import * as v from "valibot";
import type { App } from "../appEnv.ts";
import type { Deps } from "../deps.ts";
import type { Actor } from "../domain/case.ts";
import type { NearAnswer, NearRow } from "../domain/linking/answers.ts";
import { bondsOf } from "../domain/linking/bonds.ts";
import type { Suspect } from "../domain/linking/propose.ts";
import { inScope, scopeOf } from "../domain/permit.ts";
import { MINUTE } from "../domain/time.ts";
import { placeReport } from "../intake.ts";
import { note } from "../openapi.ts";
import { addressOf } from "../origin.ts";
import { doorProblem, problem } from "../problem.ts";
import { createRate } from "../rate.ts";
import { code, point, reportedPoint, words } from "../schema.ts";
import { nearShape } from "../shapes/linking.ts";
import { suspectsNear } from "../suspects.ts";
import { body } from "../validate.ts";
import type { Compared } from "../view/boundRow.ts";
import { pinOf } from "../domain/report.ts";

const nearBody = v.strictObject({ text: words(2000), point, itemCode: v.nullish(code) });

export function nearRoutes(deps: Deps): Hono<App> {
  const rate = createRate(120, MINUTE, deps.clock.now);
  return new Hono<App>().post(
    "/api/near",
    note({
      tag: "上报",
      summary: "附近已有的同类案卷",
      description:
        "上报前提示附近在办的同一件事；未登录或无权查看的只知道事项、距离和进展，不知道内容。保密件不提示。",
      answer: nearShape,
      refusals: [422, 429],
      open: true,
    }),
    body(nearBody),
    async (c) => {
      if (!rate.allow(addressOf(c, deps))) return doorProblem(c, "tooMany", 60);
      const sent = c.req.valid("json");
      const placement = placeReport(reportedPoint(sent.point), deps);
      if (placement.kind === "refusal") return problem(c, placement);
      const spot = pinOf(placement);
      const reading = deps.reader.classify(sent.text);
      const chosen = sent.itemCode ?? null;
      const itemCode = chosen ?? (reading.sure ? (reading.candidates[0]?.code ?? null) : null);
      const found =
        spot === null ? [] : await suspectsNear({ text: sent.text, itemCode, reading, spot }, deps);
      const actor = c.get("session")?.actor ?? null;
      const answer: NearAnswer = { rows: found.flatMap((suspect) => rowOf(suspect, actor, deps)) };
      return c.json(answer);
    },
  );
}

function rowOf({ row, metres }: Suspect<Compared>, actor: Actor | null, { names }: Deps): readonly NearRow[] {
  const found = row.case;
  const visible = actor !== null && inScope(scopeOf(actor), found);
  if (!visible && found.confidential) return [];
  const isAtDesk = ["reported", "verifying", "filed"].includes(found.state);
  return [
    {
      id: found.id,
      item: names.item(found.itemCode ?? found.reading.candidates[0]?.code ?? null),
      metres: Math.round(metres ?? 0),
      reportedAt: found.reportedAt,
      step: isAtDesk ? "received" : "working",
      voices: bondsOf(found).group?.voices ?? 1,
      number: visible ? found.number : null,
      text: visible ? found.text : null,
    },
  ];
}
