import { start } from './kit.ts';

/** Hash in the names of the scripts of pages and of what is loaded later; put in when web/ is bundled. */
declare const SCRIPTS: string;

start(async (path) => import(`/app/assets/${path.replaceAll('/', '-')}-${SCRIPTS}.js`) as Promise<unknown>);
