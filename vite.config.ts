import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { defineConfig, type Plugin } from "vite";

/** Phones in townships still run browsers of the Chrome 80 class; scripts and styles are both lowered to them. */
const OLDEST = { chrome: 80, safari: 13, firefox: 78 } as const;

/** Where the build and the server of development look for the same file, each from a folder of its own. */
const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** Lists what the service worker keeps: every script and style. */
const shell: Plugin = {
  name: "shell",
  generateBundle(_, bundle) {
    const files = Object.keys(bundle).filter((file) => /^assets\/.*\.(js|css)$/.test(file));
    const kept = JSON.stringify(files.map((file) => `/${file}`));
    this.emitFile({ type: "asset", fileName: "shell.json", source: kept });
  },
};

/** Lays beside every text the smallest it can be sent as: made once here, not anew for every phone. */
const packed: Plugin = {
  name: "packed",
  apply: "build",
  async writeBundle({ dir = "" }, bundle) {
    const texts = Object.keys(bundle).filter((file) => /\.(js|css|html|json|svg|webmanifest)$/.test(file));
    await Promise.all(texts.map((file) => pack(join(dir, file))));
  },
};

async function pack(file: string): Promise<void> {
  const text = await readFile(file);
  const hint = { params: { [constants.BROTLI_PARAM_SIZE_HINT]: text.length } };
  await writeFile(`${file}.br`, await promisify(brotliCompress)(text, hint));
  await writeFile(`${file}.gz`, await promisify(gzip)(text, { level: 9 }));
}

export default defineConfig({
  root: "web",
  plugins: [shell, packed],
  cacheDir: "../node_modules/.vite",
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    rolldownOptions: {
      input: { index: here("web/index.html"), sw: here("web/sw.ts") },
      // Packing takes its seconds, and is meant to
      checks: { bundlerTimings: false },
      output: {
        entryFileNames: ({ name }) => (name === "sw" ? "sw.js" : "assets/[name]-[hash].js"),
        // What every page begins with is one file: each file more costs its headers, and is packed less well alone
        codeSplitting: {
          groups: [{ name: "base", tags: ["$initial"], test: (id) => !id.endsWith("/sw.ts") }],
        },
      },
    },
    target: ["chrome80", "safari13", "firefox78"],
    cssMinify: "lightningcss",
    // Inlined files become data: addresses, which the content security policy need not allow.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  css: {
    transformer: "lightningcss",
    lightningcss: {
      // No letter between: there are hundreds of names, and styles have a budget.
      cssModules: { pattern: "[hash][local]" },
      targets: { chrome: OLDEST.chrome << 16, safari: OLDEST.safari << 16, firefox: OLDEST.firefox << 16 },
    },
  },
  server: {
    // With the slash: `web/api.ts` is a module of ours
    proxy: { "^/(api|print)/": process.env["HUYING_API"] ?? "http://127.0.0.1:8787" },
  },
});
