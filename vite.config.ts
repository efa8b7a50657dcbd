import { defineConfig } from "vite";

/** Phones in townships still run browsers of the Chrome 80 class; scripts and styles are both lowered to them. */
const OLDEST = { chrome: 80, safari: 13, firefox: 78 } as const;

export default defineConfig({
  root: "web",
  cacheDir: "../node_modules/.vite",
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    manifest: true,
    target: ["chrome80", "safari13", "firefox78"],
    cssMinify: "lightningcss",
    // Inlined files become data: addresses, which the content security policy need not allow.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  css: {
    transformer: "lightningcss",
    lightningcss: {
      targets: { chrome: OLDEST.chrome << 16, safari: OLDEST.safari << 16, firefox: OLDEST.firefox << 16 },
    },
  },
  server: {
    proxy: { "/api": process.env["HUYING_API"] ?? "http://127.0.0.1:8787" },
  },
});
