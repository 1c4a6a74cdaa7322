import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';

/** What a browser gives to scripts, as far as the shared code needs it: no Buffer, no process, no require. */
const globals = {
  ...{ TextDecoder, TextEncoder, AbortController, atob, btoa, crypto, setTimeout, clearTimeout, queueMicrotask },
  ...{ URL, WebSocket },
};

const options = { bundle: true, format: 'iife', platform: 'browser', target: 'es2020', minify: true } as const;

/** The module, bundled like the pages: `#eds-crypto` is the browser's. */
export async function bundleForBrowser(module: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const entryPoints = [join(import.meta.dirname, '..', module)];
  const { outputFiles } = await build({
    ...options,
    ...{ entryPoints, globalName: 'module', write: false, logLevel: 'silent', define: more },
  });
  return outputFiles[0]!.text;
}

/** Runs it without anything of Node and returns its exports. Objects belong to the other realm. */
export async function inBrowser<T>(module: string): Promise<T> {
  const text = await bundleForBrowser(module);
  return runInContext(`${text};module`, createContext({ ...globals })) as T;
}
