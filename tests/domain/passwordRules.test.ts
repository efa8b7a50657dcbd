import { describe, expect, it } from "vitest";
import { loadCommonPasswords } from "../../fixtures/passwords.ts";
import { passwordFault } from "../../server/domain/passwordRules.ts";

const common = loadCommonPasswords();
const owner = { username: "wangjianguo", name: "王建国", unit: "城阳街道办事处" };

describe("a password", () => {
  it.each([
    ["乌龟跑得很慢但是一定会到", null],
    ["correct horse battery staple", null],
    ["tidal Lamp 9 sandal", null],
    ["x".repeat(5) + "yzabcdefghijklmnop qrs tuv 你好吗", null],
    ["short one 1", "short"],
    ["十一个字的口令真的不行啊", null],
    ["password2026", "common"],
    ["P@ssw0rd-2026!", "common"],
    ["1qaz2wsx1qaz2wsx", "common"],
    ["网格员网格员网格员123456", "common"],
    ["Xiangzhen12345", "common"],
    ["aaaaaaaaaaaaaa", "monotone"],
    ["abcdefghijklmn", "monotone"],
    ["9876543210987", "monotone"],
    ["121212121212121", "monotone"],
    ["wangjianguo1966", "named"],
    ["王建国王建国王建国王建国", "monotone"],
    ["城阳街道办事处城阳街道办事处", "named"],
  ])("%s: %s", (password, fault) => {
    expect(passwordFault(password, owner, common)).toBe(fault);
  });

  it("has 12 to 128 letters as people count them, all of which count", () => {
    const letters = (n: number) =>
      Array.from({ length: n }, (_, index) =>
        "春花秋月何时了往事知多少小楼昨夜又东风".at((index * 7) % 19),
      ).join("");
    expect(passwordFault(letters(11), owner, common)).toBe("short");
    expect(passwordFault(letters(12), owner, common)).toBeNull();
    expect(passwordFault(letters(128), owner, common)).toBeNull();
    expect(passwordFault(letters(129), owner, common)).toBe("long");
    expect(passwordFault("𠮷".repeat(6) + "野家龟鹤松", owner, common)).toBe("short");
  });
});
