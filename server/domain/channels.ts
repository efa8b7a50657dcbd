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

export function channelsOf(role: ActorRole): readonly Channel[] {
  return channelsByRole[role];
}
