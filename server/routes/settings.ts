/** 系统设置: what the installation runs with, for people; changed in the environment of the process, never here. */
import { Hono } from "hono";
import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import type { SignedIn } from "../appEnv.ts";
import { mayEdit } from "../catalogue/answers.ts";
import { settings } from "../config.ts";
import type { Deps } from "../deps.ts";
import type { SettingsAnswer } from "../domain/settingAnswers.ts";
import { note } from "../openapi.ts";
import { doorProblem } from "../problem.ts";
import { instant, known } from "../shapes/common.ts";

const settingsShape = known(
  "SettingsAnswer",
  agreeing<SettingsAnswer>()(
    v.object({
      settings: v.array(
        v.object({
          name: v.string(),
          meaning: v.string(),
          preset: v.string(),
          value: v.string(),
          given: v.boolean(),
        }),
      ),
      engine: v.picklist(["sqlite", "postgres", "pglite"]),
      runtime: v.string(),
      gridVersion: v.string(),
      taxonomyVersion: v.string(),
      now: instant,
    }),
  ),
);

export function settingRoutes(deps: Deps): Hono<SignedIn> {
  return new Hono<SignedIn>().get(
    "/api/settings",
    note({
      tag: "系统",
      summary: "系统设置",
      description: "这套系统用哪些参数在运行；密钥和密码不显示。改参数要改环境变量后重启。",
      answer: settingsShape,
      refusals: [403],
    }),
    (c) => (mayEdit(c.get("session").actor) ? c.json(answer()) : doorProblem(c, "editorsOnly")),
  );

  function answer(): SettingsAnswer {
    const shown = new Map(deps.config.shown.map((row) => [row.name, row]));
    return {
      settings: settings.map(({ name, meaning, preset }) => {
        const { value = preset, given = false } = shown.get(name) ?? {};
        return { name, meaning, preset, value, given };
      }),
      engine: deps.store.engine,
      runtime: `Node.js ${process.versions.node}`,
      gridVersion: deps.gridVersion,
      taxonomyVersion: deps.reference.version,
      now: deps.clock.now(),
    };
  }
}
