/**
 * Words of immediate danger (110 police, 119 fire and rescue, 120 ambulance). The platform never replaces the emergency
 * call; it says which number to dial. A missed danger is worse than a false alarm, so only plain denial and plain
 * worry ("怕触电") take a word back. Words typed by their sound count too (煤汽泄露, 着伙了), where no other word sounds so.
 */
import { createCueFinder } from "./cues.ts";
import { createMender } from "./mend.ts";

export type EmergencyNumber = "110" | "119" | "120";

const WORDS: Readonly<Record<EmergencyNumber, string>> = {
  "119":
    "着火 起火 失火 火灾 明火 大火 山火 烧起来 燃气泄漏 煤气泄漏 天然气泄漏 液化气泄漏 燃气泄露 煤气泄露 " +
    "天然气泄露 液化气泄露 燃气漏 煤气漏 天然气漏 漏燃气 漏煤气 漏天然气 燃气味 " +
    "煤气味 天然气味 爆炸 困在电梯 电梯困人 被困 困住 坍塌 垮塌 被埋 溺水 落水 掉河里 掉水里 " +
    "掉进井 掉井里 掉到井里 掉下水道 决堤 决口 管涌",
  "110":
    "持刀 拿刀 拿着刀 菜刀 砍人 砍伤 杀人 抢劫 抢夺 绑架 救命 跳楼 自杀 轻生 想不开 正在打人 " +
    "打起来了 持械 家暴 走失 走丢 拐卖",
  "120":
    "触电 电到人 电着人 昏迷 晕倒 昏倒 不省人事 没有呼吸 中毒 流血 大出血 骨折 砸到人 砸伤 砸着人 " +
    "撞伤 摔伤 烫伤 受伤 喝农药 起不来了 敲门没声 敲门没应",
};

/**
 * Words that are also heard. A word of two characters is not, for too much sounds like it (拿到 and 拿刀, 大货 and 大火),
 * nor is a longer one that is a word of other matters by its sound (棚子搭起来了).
 */
const HEARD =
  "燃气泄漏 煤气泄漏 天然气泄漏 液化气泄漏 燃气泄露 煤气泄露 天然气泄露 液化气泄露 困在电梯 电梯困人 正在打人 " +
  "没有呼吸 不省人事 喝农药 大出血 想不开 掉进井 敲门没声 敲门没应";

/** How words of two characters are mistyped without becoming another word: as typed, then as meant. */
const TYPED =
  "着伙 着火 着祸 着火 起伙了 起火 启火了 起火 失伙 失火 火在了 火灾 暴炸 爆炸 爆渣 爆炸 报炸 爆炸 爆榨 爆炸 被捆 被困 " +
  "坍踏 坍塌 摊塌 坍塌 坍他 坍塌 垮踏 垮塌 跨塌 垮塌 匿水 溺水 坎人 砍人 坎伤 砍伤 抢结 抢劫 抢节 抢劫 强劫 抢劫 " +
  "枪劫 抢劫 绑驾 绑架 帮架 绑架 就命 救命 救名 救命 跳喽 跳楼 自刹 自杀 触点了 触电 楚电 触电 昏谜 昏迷 混迷 昏迷 " +
  "晕到 晕倒 昏到 昏倒 云倒 晕倒 流雪 流血 股折 骨折 甩伤 摔伤 率伤 摔伤 趟伤 烫伤 躺伤 烫伤 咋伤 砸伤 壮伤 撞伤";

const TAKEN_BACK =
  /(没有?|未|无|不会|不曾|怕|担心|担忧|防止?|预防|避免|以免|免得|万一|演练|消除)[^，。；！？,;!?]{0,3}$/u;

const meantByTyped = pairsOf(TYPED.split(" "));
const findDanger = createCueFinder({ ...WORDS, typed: [...meantByTyped.keys()].join(" ") });
const mend = createMender(HEARD.split(" "), { longest: 5, alike: 0.5 });

/** Danger words of a text, each once and as they were meant, in order of appearance. */
export function dangerIn(text: string): readonly string[] {
  const meant = mend(text);
  const words = meant === null ? wordsIn(text) : [...wordsIn(text), ...wordsIn(meant)];
  return words.length > 1 ? [...new Set(words)] : words;
}

function wordsIn(text: string): readonly string[] {
  return findDanger(text)
    .filter(({ at }) => !TAKEN_BACK.test(text.slice(Math.max(0, at - 8), at)))
    .map(({ word }) => meantByTyped.get(word) ?? word);
}

function pairsOf(words: readonly string[]): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  for (let at = 0; at + 1 < words.length; at += 2) pairs.set(words[at] ?? "", words[at + 1] ?? "");
  return pairs;
}

/** Which number to dial for a danger word; null for a word that is none. */
export function emergencyNumberFor(word: string): EmergencyNumber | null {
  const numbers: readonly EmergencyNumber[] = ["119", "110", "120"];
  return numbers.find((number) => WORDS[number].split(" ").includes(word)) ?? null;
}
