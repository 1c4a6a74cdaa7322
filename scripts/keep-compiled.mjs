// Keeps compiled sources for the next start, in every thread and process of the platform (`node --import`). Its own imports run before its
// first line, so it cannot do this itself: their types would be stripped anew, which is a tenth of a start.
import { enableCompileCache } from 'node:module';
import { resolve } from 'node:path';

process.env.NODE_COMPILE_CACHE ??= resolve(import.meta.dirname, '../node_modules/.cache/node');
enableCompileCache(process.env.NODE_COMPILE_CACHE);
