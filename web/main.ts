import { start } from './kit.ts';

/** Hashes in the names of the scripts of pages and of what is loaded later; inserted when web/ is bundled. */
declare const SCRIPTS: Readonly<Record<string, string>>;

start(async (path) => import(`/app/assets/${path.replaceAll('/', '-')}-${SCRIPTS[path]}.js`) as Promise<unknown>);
