import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { writeDocument } from '../../lib/adapters/pages/write-document.ts';
import { bundlePages } from '../../lib/stack/bundle-pages.ts';
import { firstLoads } from '../../web/first-load.ts';
import { routes } from '../../web/routes.ts';

/** Bytes, compressed: the document with all scripts and style sheets that stand in it. */
const FIRST_LOAD = 25_000;
/** Signing is loaded when somebody signs: everything that one way loads, whichever it is. */
const SIGNING = 40_000;
/**
 * Checking a document on the visitor's device, loaded when they have chosen a file: the whole core, with its curves, and
 * the reader of cards.
 */
const CHECKING = 72_000;

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'pages-'));
const made = bundlePages(root, folder);
const { frame, scripts } = made;
const sizeOf = (names: readonly string[], at = folder) =>
  names.reduce((sum, name) => sum + gzipSync(readFileSync(join(at, name)), { level: 9 }).length, 0);
const localPages = () => {
  const at = mkdtempSync(join(tmpdir(), 'pages-'));
  return [bundlePages(root, at, { isLocal: true }), at] as const;
};
const pages = Object.keys(scripts).filter((path) => path.startsWith('pages/'));

describe('the first load', () => {
  it.each(pages)('of %s stays within the budget', (path) => {
    const text = (file: string) => readFileSync(join(folder, file), 'utf8');
    const page = path.slice('pages/'.length);
    const first = firstLoads[routes.find((route) => route.page === page)?.path ?? ''];
    const shown = { found: { page, params: {} }, first, language: 'kk', isDemo: false } as const;
    expect(gzipSync(writeDocument({ ...made, text }, shown).text).length).toBeLessThanOrEqual(FIRST_LOAD);
  });

  it('of every page has the frame and its library once', () => {
    const library = /__H\b|_prevState/;
    expect(frame).toMatch(library);
    for (const [path, name] of Object.entries(scripts))
      expect([path, library.test(readFileSync(join(folder, name), 'utf8'))]).toEqual([path, false]);
  });
});

it.each([
  ['of a deployment', made, folder],
  ['of the local platform', ...localPages()],
] as const)(
  'signing stays within its budget %s: the panel, and the tools that every way loads',
  (_, { scripts: all }, at) => {
    const signing = [all['later/sign-panel']!, all['later/signing-tools']!];
    expect(sizeOf(signing, at)).toBeLessThanOrEqual(SIGNING);
    // What a way would load in addition: its name is in the panel.
    const named = readFileSync(join(at, signing[0]!), 'utf8').matchAll(/(?<!given\[)["'`](later\/[\w-]+)["'`]/g);
    expect([...new Set([...named].map(([, name]) => name))]).toEqual(['later/signing-tools']);
  },
);

it('checking a document stays within its budget', () => {
  const checking = ['own-file', 'check-document'].map((part) => scripts[`later/${part}`]!);
  expect(sizeOf(checking)).toBeLessThanOrEqual(CHECKING);
});

it('the names of the files follow from their content: the same sources make the same names', () => {
  expect(bundlePages(root, mkdtempSync(join(tmpdir(), 'pages-')))).toEqual(made);
});
