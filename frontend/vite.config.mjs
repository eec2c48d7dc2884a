import { defineConfig } from "vite";

// One script and one style each: those of the page, which exports/page.py embeds with their hashes,
// and, with `--mode workbench`, those of the workbench, which its server sends. Nothing else is
// fetched, and nothing is split.
export default defineConfig(({ mode }) => {
  const [folder, name] = mode === "workbench" ? ["src/work", "workbench"] : ["src", "page"];
  return {
    publicDir: false,
    build: {
      outDir: "../src/seriatim/web/static",
      emptyOutDir: false,
      target: "es2022",
      cssCodeSplit: false,
      modulePreload: false,
      lib: {
        entry: `${folder}/${name}.tsx`,
        formats: ["iife"],
        name: "seriatim",
        fileName: () => `${name}.js`,
        cssFileName: name,
      },
      reportCompressedSize: false,
    },
    define: { "process.env.NODE_ENV": '"production"' },
  };
});
