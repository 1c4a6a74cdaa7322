// Runs in a process of its own, which may hang: loads the bundled tests once, then tries mutants and tells of each.
//   node judge.ts OUTDIR FROM TO TEST…
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Test } from './collect.ts';

export type Told =
  | { readonly kind: 'ready'; readonly tests: number; readonly milliseconds: number }
  | { readonly kind: 'broken'; readonly test: string; readonly why: string }
  | { readonly kind: 'trying' | 'survived' | 'unreached' | 'loaded'; readonly id: number }
  | { readonly kind: 'killed'; readonly id: number; readonly by: string };

declare global {
  var __mutant: (id: number) => boolean;
}

const [outdir = '', from = '0', to = '0', ...files] = process.argv.slice(2);
const tell = (told: Told): void => void process.send?.(told);
console.info = console.warn = () => {};

let reached = new Set<number>();
globalThis.__mutant = (id) => {
  reached.add(id);
  return false;
};

interface Gathered {
  readonly collected: { readonly tests: readonly Test[]; readonly before: readonly (() => unknown)[] };
}
for (const file of files) await import(join(outdir, file.replace(/\.ts$/u, '.mjs')));
const { collected } = (await import(join(outdir, 'bin/mutate/collect.mjs'))) as Gathered;
for (const prepare of collected.before) await prepare();
/** What runs while modules are loaded cannot be switched afterwards. */
const loaded = reached;

/** What each test reaches and how long it takes, without any mutant switched on. */
const known: { readonly test: Test; readonly reached: ReadonlySet<number>; readonly milliseconds: number }[] = [];
for (const test of collected.tests) {
  const before = performance.now();
  reached = new Set();
  try {
    await test.body();
  } catch (error) {
    tell({ kind: 'broken', test: test.name, why: String(error).slice(0, 500) });
    continue;
  }
  known.push({ test, reached, milliseconds: performance.now() - before });
}
known.sort((a, b) => a.milliseconds - b.milliseconds);
const all = new Set(known.flatMap((one) => [...one.reached]));
const milliseconds = Math.round(known.reduce((sum, one) => sum + one.milliseconds, 0));
tell({ kind: 'ready', tests: known.length, milliseconds });

for (let id = Number(from); id < Number(to); id += 1) {
  if (!all.has(id)) tell({ kind: loaded.has(id) ? 'loaded' : 'unreached', id });
  else await judge(id);
}
process.disconnect();

async function judge(id: number): Promise<void> {
  tell({ kind: 'trying', id });
  globalThis.__mutant = (asked) => asked === id;
  for (const { test, reached: own } of known) {
    if (!own.has(id)) continue;
    try {
      await test.body();
    } catch {
      return tell({ kind: 'killed', id, by: test.name });
    }
  }
  tell({ kind: 'survived', id });
}
