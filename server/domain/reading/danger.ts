/**
 * Words of immediate danger (110 police, 119 fire and rescue, 120 ambulance). The platform never replaces the emergency
 * call; it says which number to dial. A missed danger is worse than a false alarm, so only plain denial and plain
 * worry ("怕触电") take a word back.
 */
import { createCueFinder } from "./cues.ts";

export type EmergencyNumber = "110" | "119" | "120";

const WORDS: Readonly<Record<EmergencyNumber, string>> = {
  "119":
    "着火 起火 失火 火灾 明火 大火 山火 烧起来 燃气泄漏 煤气泄漏 天然气泄漏 液化气泄漏 燃气味 " +
    "煤气味 天然气味 爆炸 困在电梯 电梯困人 被困 困住 坍塌 垮塌 被埋 溺水 落水 掉河里 掉水里 " +
    "掉进井 掉井里 掉到井里 掉下水道 决堤 决口 管涌",
  "110":
    "持刀 拿刀 拿着刀 菜刀 砍人 砍伤 杀人 抢劫 抢夺 绑架 救命 跳楼 自杀 轻生 想不开 正在打人 " +
    "打起来了 持械 家暴 走失 走丢 拐卖",
  "120":
    "触电 电到人 电着人 昏迷 晕倒 昏倒 不省人事 没有呼吸 中毒 流血 大出血 骨折 砸到人 砸伤 砸着人 " +
    "撞伤 摔伤 烫伤 受伤 喝农药 起不来了 敲门没声 敲门没应",
};

const TAKEN_BACK =
  /(没有?|未|无|不会|不曾|怕|担心|担忧|防止?|预防|避免|以免|免得|万一|演练|消除)[^，。；！？,;!?]{0,3}$/u;

const findDanger = createCueFinder(WORDS);

/** Danger words of a text, each once, in order of appearance. */
export function dangerIn(text: string): readonly string[] {
  const words = findDanger(text)
    .filter(({ at }) => !TAKEN_BACK.test(text.slice(Math.max(0, at - 8), at)))
    .map(({ word }) => word);
  return words.length > 1 ? [...new Set(words)] : words;
}

/** Which number to dial for a danger word; null for a word that is none. */
export function emergencyNumberFor(word: string): EmergencyNumber | null {
  const numbers: readonly EmergencyNumber[] = ["119", "110", "120"];
  return numbers.find((number) => WORDS[number].split(" ").includes(word)) ?? null;
}
