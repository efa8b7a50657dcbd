import { rulesOf, withRules } from "../caseRules.ts";
import type { Change, Doing } from "../effect.ts";
import { stageFinished } from "../staging.ts";
import type { Command } from "../workflow.ts";
import { withPhotos } from "./photos.ts";

/** 完成本阶段: the stage is over at this instant, and the next one begins. */
export function stageEffect(command: Command, { found, world }: Doing): Change | null {
  const { staging } = rulesOf(found);
  if (command.action !== "finishStage" || staging === undefined) return null;
  return {
    photos: withPhotos(found, command.photosAfter, "after"),
    ...withRules(found, { staging: { ...staging, stages: stageFinished(staging.stages, world.now) } }),
  };
}
