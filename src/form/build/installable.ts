import type { Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";

const icon = (src: string, sizes: string, purpose: string) => ({ src, sizes, type: "image/png", purpose });

/** The service worker (worker.ts) with its list of files to cache, and the manifest that makes the app installable. */
export const installable = (): Plugin[] =>
  VitePWA({
    strategies: "injectManifest",
    srcDir: "src/form",
    filename: "worker.ts",
    // The app registers the worker itself (browser/installWorker.ts).
    injectRegister: false,
    injectManifest: {
      globPatterns: ["assets/*.{js,css,woff2}", "index.html", "built.json"],
      // These file names contain a hash of their content.
      dontCacheBustURLsMatching: /^assets\//,
    },
    manifest: {
      name: "Foyer",
      short_name: "Foyer",
      description: "The intake desk of the office: leads of visitors, at once and without a network.",
      id: "/",
      start_url: "/",
      display: "standalone",
      background_color: "#F5F6F3",
      theme_color: "#F5F6F3",
      icons: [
        icon("/icon-192.png", "192x192", "any"),
        icon("/icon-512.png", "512x512", "any"),
        icon("/icon-maskable-512.png", "512x512", "maskable"),
      ],
      shortcuts: [
        { name: "Today", url: "/today" },
        { name: "Outbox", url: "/outbox" },
      ],
    },
  });
