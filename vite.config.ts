import { fileURLToPath } from "node:url";
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

export default defineConfig({
  root: "web",
  plugins: [shell],
  cacheDir: "../node_modules/.vite",
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    rolldownOptions: {
      input: { index: here("web/index.html"), sw: here("web/sw.ts") },
      output: {
        entryFileNames: ({ name }) => (name === "sw" ? "sw.js" : "assets/[name]-[hash].js"),
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
