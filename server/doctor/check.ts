/** One thing that was looked at: what is so, and where it is not as it should be, what to do. */
export interface Check {
  /** 数据库、密钥 … */
  readonly name: string;
  /** `bad` keeps the house from starting. */
  readonly state: "good" | "worth" | "bad";
  readonly sentence: string;
  readonly advice?: string;
}

export function good(name: string, sentence: string): Check {
  return { name, state: "good", sentence };
}

export function worth(name: string, sentence: string, advice: string): Check {
  return { name, state: "worth", sentence, advice };
}

export function bad(name: string, sentence: string, advice: string): Check {
  return { name, state: "bad", sentence, advice };
}

const signs = { good: "✓", worth: "！", bad: "✗" } as const;

/** @param only which are told; all without it. */
export function linesOf(
  checks: readonly Check[],
  only: readonly Check["state"][] = ["good", "worth", "bad"],
) {
  return checks
    .filter(({ state }) => only.includes(state))
    .flatMap(({ name, state, sentence, advice }) => [
      `${signs[state]} ${name}：${sentence}`,
      ...(advice === undefined ? [] : [`    ${advice}`]),
    ]);
}
