/**
 * 安全日志 (网络安全法 art. 21: kept six months at least): what happened to accounts, keys and personal data. It holds ids,
 * routes and addresses, never a password, a code, a token, words of a report or anything of a reporter.
 */
import type { Instant } from "./time.ts";

export const securityKinds = [
  "signIn",
  "signInFailed",
  "signOut",
  "proved",
  "passwordChanged",
  "passwordReset",
  "factorSet",
  "factorDropped",
  "sessionsEnded",
  "accountAdded",
  "accountDisabled",
  "accountEnabled",
  "postsChanged",
  "refused",
  "revealed",
  "exported",
  "exportAsked",
  "exportGranted",
  "exportRefused",
  "held",
  "unheld",
  "erased",
  "keyRotated",
  "restored",
  "countyPublished",
  "unitSucceeded",
  "backupTaken",
] as const;
export type SecurityKind = (typeof securityKinds)[number];

export interface SecurityFact {
  readonly id: string;
  readonly at: Instant;
  readonly kind: SecurityKind;
  /** Who did it; null for a stranger or the operator at the machine. */
  readonly accountId: string | null;
  /** Where from; null for the machine itself. */
  readonly address: string | null;
  /** Account, case or request it was done to, by id. */
  readonly subject: string | null;
  /** A code, a route or a count. */
  readonly detail: string | null;
}

export const securityKindWords: Readonly<Record<SecurityKind, string>> = {
  signIn: "登录",
  signInFailed: "登录失败",
  signOut: "退出",
  proved: "再次确认身份",
  passwordChanged: "换密码",
  passwordReset: "重置密码",
  factorSet: "启用动态验证码",
  factorDropped: "停用动态验证码",
  sessionsEnded: "令设备退出",
  accountAdded: "新增账号",
  accountDisabled: "停用账号",
  accountEnabled: "恢复账号",
  postsChanged: "改接收岗位",
  refused: "越权被拒",
  revealed: "查看反映人",
  exported: "导出",
  exportAsked: "申请导出",
  exportGranted: "同意导出",
  exportRefused: "不同意导出",
  held: "暂缓清除",
  unheld: "解除暂缓",
  erased: "到期清除",
  keyRotated: "更换密钥",
  restored: "恢复备份",
  countyPublished: "发布县定数据",
  unitSucceeded: "移交接续单位",
  backupTaken: "下载备份",
};

/** Nothing of it may go earlier (网络安全法 art. 21: 六个月); the database refuses it, too. */
export const LEAST_DAYS = 184;
