import { defineConfig } from "vite";

// One script and one style, which exports/page.py puts into the page with their hashes: nothing is fetched, nothing is split.
export default defineConfig({
  publicDir: false,
  build: {
    outDir: "../src/seriatim/web/static",
    emptyOutDir: false,
    target: "es2022",
    cssCodeSplit: false,
    modulePreload: false,
    lib: { entry: "src/page.tsx", formats: ["iife"], name: "seriatim", fileName: () => "page.js", cssFileName: "page" },
    reportCompressedSize: false,
  },
  define: { "process.env.NODE_ENV": '"production"' },
});
