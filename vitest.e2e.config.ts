import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/e2e/**/*.spec.ts"],
    testTimeout: 120_000,
    hookTimeout: 240_000,
    fileParallelism: false,
    // A second, as is usual, is soon over on a busy machine
    expect: { poll: { timeout: 20_000 } },
  },
});
