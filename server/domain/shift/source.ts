/** Where points come from, as far as one fault may be common to all of them: a file, a person's device, a channel. */
import type { Case } from "../case.ts";

export type ShiftSourceKind =
  | "import" // 外部系统, by its name
  | "device" // 一个人的设备, by the account
  | "channel"; // 渠道, of those who have no account

export interface ShiftSource {
  readonly kind: ShiftSourceKind;
  readonly key: string;
}

/** Every case has one source. */
export function sourceOf(
  found: Pick<Case, "channel" | "reportedBy"> & { readonly origin: string | null },
): ShiftSource {
  if (found.origin !== null) return { kind: "import", key: found.origin };
  if (found.reportedBy !== null) return { kind: "device", key: found.reportedBy };
  return { kind: "channel", key: found.channel };
}
