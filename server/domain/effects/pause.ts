/** 延期, 挂账, 等待: what is asked for, and what was granted so far. */
import { type PauseRequest, rulesOf, withRules } from "../caseRules.ts";
import type { Change, Doing } from "../effect.ts";
import type { Command } from "../workflow.ts";

export function pause(command: Command, { found, world }: Doing): Change | null {
  const rules = rulesOf(found);
  const asks = (kind: PauseRequest["kind"], until: string | null) =>
    withRules(found, { request: { kind, at: world.now, until } });
  switch (command.action) {
    case "askExtension":
      return asks("extension", null);
    case "askSuspension":
      return asks("suspension", command.until);
    case "askWait":
      return asks("wait", null);
    case "grantExtension":
      return withRules(found, { request: null, extensions: rules.extensions + 1 });
    case "grantSuspension":
      return withRules(found, {
        request: null,
        suspensions: rules.suspensions + 1,
        suspendedUntil: rules.request?.until ?? null,
      });
    case "grantWait":
      return withRules(found, { request: null, waits: rules.waits + 1 });
    case "refuseRequest":
      return withRules(found, { request: null });
    default:
      return null;
  }
}
