import { relative, resolve } from "node:path";
import { defineConfig, type Plugin } from "vite";

const outDir = resolve("dist/server");

/** Found by their own ways to native parts; all else goes into the program, which then starts in half the time. */
const leftOutside = ["better-sqlite3", "sharp", "@node-rs/argon2", "vite"];

export default defineConfig({
  plugins: [sourceAddresses()],
  ssr: { noExternal: true, external: leftOutside },
  build: {
    ssr: true,
    outDir,
    emptyOutDir: true,
    target: "node20",
    rollupOptions: {
      input: {
        main: "server/main.ts",
        renewThread: "server/learning/renewThread.ts",
        gridThread: "server/grid/gridThread.ts",
        writeThread: "db/writeThread.ts",
      },
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "[name]-[hash].js",
        // The compiler counts on what a `const` holds and reads a `var` anew each time: bulk placement takes half as long
        topLevelVar: false,
      },
    },
  },
});

/** Files that read data beside themselves (fixtures, migrations) find it from the built server too. */
function sourceAddresses(): Plugin {
  return {
    name: "source-addresses",
    transform(code, id) {
      if (!code.includes("import.meta.url") || id.includes("node_modules")) return null;
      const source = relative(outDir, id);
      return code.replaceAll("import.meta.url", `new URL(${JSON.stringify(source)}, import.meta.url).href`);
    },
  };
}
