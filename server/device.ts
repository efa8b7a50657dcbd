/** What a browser says of itself, as short as people tell devices apart: 安卓手机 · Chrome. */

const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/i, "鸿蒙"],
  [/Android/i, "安卓"],
  [/iPhone/i, "iPhone"],
  [/iPad/i, "iPad"],
  [/Windows/i, "Windows"],
  [/Mac OS X/i, "Mac"],
  [/UOS|Kylin|Linux/i, "Linux"],
];

const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/i, "微信"],
  [/DingTalk/i, "钉钉"],
  [/Edg\//, "Edge"],
  [/Firefox\//, "Firefox"],
  [/Chrome\//, "Chrome"],
  [/Safari\//, "Safari"],
];

export function deviceOf(userAgent: string | undefined): string {
  const said = userAgent ?? "";
  const named = [systems, browsers].flatMap((list) => list.find(([mark]) => mark.test(said))?.[1] ?? []);
  return named.length === 0 ? "未知设备" : named.join(" · ");
}
