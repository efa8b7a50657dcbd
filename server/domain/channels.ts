/** Through which channels a role may enter a report (来源渠道): nobody reports in another's name but the two desks. */
import type { ActorRole, Channel } from "./case.ts";

const channelsByRole: Record<ActorRole, readonly Channel[]> = {
  gridWorker: ["gridWorker"],
  township: ["township", "hotline", "public"],
  department: ["department"],
  centre: ["centre", "hotline", "public", "sensor", "leader"],
  leader: ["leader"],
  resident: ["public"],
  admin: [],
  system: ["hotline", "public", "sensor"],
};

/** A channel of the staff itself: unless they speak for a resident, its reporter hears of the case in the inbox. */
export function isOfStaff(channel: Channel): boolean {
  return staffChannels.includes(channel);
}

const staffChannels: readonly Channel[] = ["gridWorker", "township", "department", "centre", "leader"];

export function channelsOf(role: ActorRole): readonly Channel[] {
  return channelsByRole[role];
}
