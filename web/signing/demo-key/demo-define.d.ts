/** Whether the pages are the local platform's; inserted when web/ is bundled (lib/stack/bundle-pages.ts). */
declare const DEMO: boolean;
