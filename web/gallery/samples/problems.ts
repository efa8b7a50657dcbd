/** What a server that cannot or will not answer says. */
import type { Problem } from "../../api.ts";
import { found } from "./caseFile.ts";

const refusal = (status: number, code: string, detail: string): Problem => ({
  kind: "problem",
  status,
  code,
  detail,
  field: null,
});

export const problems = {
  failed: refusal(500, "http500", "服务器答复异常（500），请稍后重试；一直这样请联系系统管理员。"),
  forbidden: refusal(403, "outOfScope", "您没有权限看这件（属于招贤镇）。"),
  offline: refusal(0, "offline", "网络不通，连不上服务器。请检查网络后重试。"),
  ruled: { ...refusal(409, "guard", ""), rule: found.blocked[0]?.rule } as Problem,
} as const;
