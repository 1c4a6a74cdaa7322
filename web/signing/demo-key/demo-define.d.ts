/** Whether the pages are the local platform's; put in when web/ is bundled (lib/stack/bundle-pages.ts). */
declare const DEMO: boolean;
