/** What is wrong with the house itself, in words for whoever can do something about it. */
import type { Instant } from "./time.ts";

export type AlarmKind =
  | "diskLow"
  | "diskFull"
  | "readOnly"
  | "storageBroken"
  | "photosAway"
  | "sweepLate"
  | "recordBroken"
  | "backupLate"
  | "shedding"
  | "clockAhead"
  | "clockBehind";

export interface HouseAlarm {
  readonly kind: AlarmKind;
  readonly since: Instant;
  /** What happened and what to do, in Chinese. */
  readonly sentence: string;
  /** An administrator may say that the clock is right. */
  readonly confirms: boolean;
}

export interface HouseAnswer {
  readonly alarms: readonly HouseAlarm[];
  readonly now: Instant;
}

export const alarmWords: Readonly<Record<AlarmKind, string>> = {
  diskLow: "服务器磁盘快满了。请尽快清理或扩容：先把旧备份移到别的磁盘，不要删数据库和照片。",
  diskFull:
    "服务器磁盘已满，新的上报和办理存不进去，查看不受影响。请腾出空间，腾出后自动恢复；手机里未发出的会自动重发。",
  readOnly:
    "服务器的数据目录只能读、不能写，新的上报和办理存不进去。请检查磁盘是否只读挂载、目录权限是否变了。",
  storageBroken: "服务器读写磁盘出错。请检查磁盘，执行 huying verify；必要时换盘并从备份恢复。",
  photosAway:
    "照片存储连不上，新照片存不进去，已有的看不到；没有照片的上报和办理不受影响。请查看对象存储，再看日志里的 photos.failed；恢复后自动继续，手机里未发出的会自动重发。",
  sweepLate: "时限巡检迟到了五分钟以上，超期提醒会晚到（计算的时刻不变）。请看日志里的 sweep.failed。",
  recordBroken: "存证接不上最后一个检查点，已停止签发新检查点。请执行 huying verify，查明是哪一条。",
  backupLate:
    "很久没有一份试恢复通过的备份了。请看备份所在的盘有没有地方、能不能写，再看日志里的 backup.failed，或执行 huying backup。",
  shedding: "访问量超过服务器的承受能力，一部分请求被请求稍后再试。已受理的不受影响。",
  clockAhead:
    "服务器时间突然往前跳了一大段，系统暂按原来的时间走，时限巡检没有按新时间触发。时间是对的请确认；不对请校时，校准后自动恢复。",
  clockBehind:
    "服务器时间突然退回去了，系统暂按原来的时间走，新记录不会写在旧记录之前。时间是对的请确认；不对请校时，校准后自动恢复。",
};

export function confirmsClock(kind: AlarmKind): boolean {
  return kind === "clockAhead" || kind === "clockBehind";
}
