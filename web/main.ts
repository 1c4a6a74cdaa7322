import { start } from './kit.ts';

/** Addresses of the scripts of pages and of what is loaded later, beside this one; put in when web/ is bundled. */
declare const SCRIPTS: Readonly<Record<string, string>>;

start(async (path) => import(`/app/${SCRIPTS[path]}`) as Promise<unknown>);
