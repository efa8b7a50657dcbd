/** Ends that are true: unsolved with its reason, reopened by the resident, put right after a bad rating, reviewed. */
import { desk, type Move, over, quiet } from "./row.ts";

const reviewing = {
  ...quiet,
  from: [...over],
  to: "same",
  when: ["reviewPending", "notOwnRequest", "otherReviewer"],
  by: ["centre"],
} as const;

export const honestMoves = [
  // 说明未解决原因: looked at like any result
  {
    ...quiet,
    action: "admit",
    from: ["accepted"],
    to: "handled",
    by: ["leadUnit"],
    when: ["assistantsSettled"],
    needs: ["unsolvedReason", "result"],
    may: ["photosAfter"],
    stops: ["handle", "rectify"],
    voids: ["contact", "approve", "ruling", "stage"],
    starts: ["check"],
    hands: "checker",
    tells: ["holder"],
  },
  // 未解决办结
  {
    ...quiet,
    action: "closeUnsolved",
    from: ["checked"],
    to: "unsolved",
    by: [...desk],
    when: ["admitted"],
    needs: ["note"],
    may: [],
    stops: ["close"],
    voids: ["supervise"],
    starts: ["followUp"],
    hands: "followUp",
    tells: ["reporter"],
  },
  // 没解决: one tap by the resident, once
  {
    ...quiet,
    action: "reopen",
    from: ["closed", "followedUp"],
    to: "accepted",
    by: ["resident"],
    when: ["hasLead", "reopenLeft"],
    needs: [],
    may: ["note"],
    voids: ["followUp", "review", "recheck"],
    starts: ["stage"],
    resumes: ["handle", "rectify"],
    hands: "leadUnit",
    tells: ["holder"],
  },
  // 差评整改: by itself after a bad rating, or ordered by the centre after a follow-up
  {
    ...quiet,
    action: "rectify",
    from: ["closed", "followedUp"],
    to: "accepted",
    by: ["centre"],
    when: ["hasLead", "dissatisfied", "rectifyLeft", "notFollower"],
    needs: [],
    may: ["note"],
    voids: ["followUp", "review", "recheck"],
    starts: ["rectify", "stage"],
    hands: "leadUnit",
    tells: ["holder"],
  },
  // 随机复查: a neighbour looks again; what the first look found stays beside it
  {
    ...quiet,
    action: "recheck",
    from: ["checked", ...over],
    to: "same",
    by: ["rechecker", "centre"],
    when: ["recheckOwed"],
    needs: ["solved"],
    may: ["note", "photosCheck"],
    stops: ["recheck"],
  },
  // 超时申诉: once per case, after closing
  {
    ...quiet,
    action: "appeal",
    from: [...over],
    to: "same",
    by: ["leadUnit"],
    when: ["noReview", "appealLeft", "handledLate"],
    needs: ["note"],
    may: ["photosAfter"],
    starts: ["review"],
  },
  // 申请认定不合理诉求
  {
    ...quiet,
    action: "askExclusion",
    from: [...over],
    to: "same",
    by: ["leadUnit", "township"],
    when: ["noReview", "exclusionLeft"],
    needs: ["note"],
    may: [],
    starts: ["review"],
  },
  // 同意: the first reviewer agrees; a second must look too
  { ...reviewing, action: "support", when: [...reviewing.when, "firstReview"], needs: ["note"], may: [] },
  // 复核同意
  {
    ...reviewing,
    action: "confirm",
    when: [...reviewing.when, "secondReview"],
    needs: ["note"],
    may: [],
    stops: ["review"],
  },
  // 不予采纳: either of the two ends it
  { ...reviewing, action: "dismiss", needs: ["note"], may: [], stops: ["review"] },
] as const satisfies readonly Move[];
