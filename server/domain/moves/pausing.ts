/** 延期, 挂账, 等待诉求人: each asked with a reason before the limit and granted by somebody else. */
import { type Move, quiet } from "./row.ts";

const asked = {
  ...quiet,
  from: ["accepted"],
  to: "same",
  by: ["leadUnit"],
  starts: ["approve"],
} as const;

const granted = { ...quiet, from: ["accepted"], by: ["centre"], needs: [], may: ["note"] } as const;

/** Clocks of the leading unit and its assistants: they stand still together. */
const leading = ["handle", "contact", "rectify", "assistSign", "assist", "stage"] as const;

export const pausingMoves = [
  // 申请延期
  {
    ...asked,
    action: "askExtension",
    when: ["noRequest", "handlingRuns", "extensionLeft"],
    needs: ["note"],
    may: [],
  },
  // 批准延期: one original limit more
  {
    ...granted,
    action: "grantExtension",
    to: "same",
    when: ["extensionAsked", "handlingRuns"],
    stops: ["approve"],
    extends: ["handle"],
    tells: ["holder"],
  },
  // 申请挂账
  {
    ...asked,
    action: "askSuspension",
    when: ["noRequest", "handlingRuns", "suspensionLeft"],
    needs: ["until", "note"],
    may: [],
  },
  // 批准挂账
  {
    ...granted,
    action: "grantSuspension",
    to: "suspended",
    when: ["suspensionAsked", "suspensionAhead", "handlingRuns"],
    stops: ["approve"],
    holds: [...leading],
    starts: ["suspend"],
    tells: ["holder", "reporter"],
  },
  // 申请等待诉求人补充
  {
    ...asked,
    action: "askWait",
    when: ["noRequest", "handlingRuns", "contactable", "waitLeft"],
    needs: ["note"],
    may: [],
  },
  // 批准等待诉求人
  {
    ...granted,
    action: "grantWait",
    to: "waiting",
    when: ["waitAsked", "handlingRuns"],
    stops: ["approve"],
    holds: [...leading],
    starts: ["wait"],
    tells: ["holder", "reporter"],
  },
  // 驳回申请: does not count against the unit
  {
    ...granted,
    action: "refuseRequest",
    to: "same",
    when: ["requested"],
    needs: ["note"],
    may: [],
    stops: ["approve"],
    tells: ["holder"],
  },
  // 恢复办理: by hand, or by itself on the date
  {
    ...quiet,
    action: "resume",
    from: ["suspended", "waiting"],
    to: "accepted",
    by: ["leadUnit", "centre"],
    needs: [],
    may: ["note"],
    stops: ["suspend", "wait"],
    releases: true,
    hands: "leadUnit",
    tells: ["holder"],
  },
  // 诉求人补充: what was waited for
  {
    ...quiet,
    action: "answer",
    from: ["waiting"],
    to: "accepted",
    by: ["resident", "township", "centre"],
    needs: ["note"],
    may: [],
    stops: ["wait"],
    releases: true,
    hands: "leadUnit",
    tells: ["holder"],
  },
] as const satisfies readonly Move[];
