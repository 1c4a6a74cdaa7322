import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { bundlePages } from '../../lib/stack/bundle-pages.ts';

/** Bytes, compressed: what a slow connection has to load before a page is shown, its scripts and the style sheet. */
const FIRST_LOAD = 25_000;
/** Signing is loaded when somebody signs: everything that one way loads, whichever it is. */
const SIGNING = 40_000;
/**
 * Checking a document on the visitor's device, loaded when they have chosen a file: the whole core, with its curves.
 */
const CHECKING = 64_000;

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'pages-'));
const made = bundlePages(root, folder);
const { frame, styles, staffStyles, scripts } = made;
const sizeOf = (names: readonly string[], at = folder) =>
  names.reduce((sum, name) => sum + gzipSync(readFileSync(join(at, name)), { level: 9 }).length, 0);
/** The script inside the document. */
const early = gzipSync(made.early, { level: 9 }).length;
const localPages = () => {
  const at = mkdtempSync(join(tmpdir(), 'pages-'));
  return [bundlePages(root, at, { isLocal: true }), at] as const;
};
const pages = Object.keys(scripts).filter((path) => path.startsWith('pages/'));

describe('the first load', () => {
  it.each(pages)('of %s stays within the budget', (page) => {
    const sheets = page.startsWith('pages/staff/') ? [styles, staffStyles] : [styles];
    expect(sizeOf([frame, ...sheets, scripts[page]!]) + early).toBeLessThanOrEqual(FIRST_LOAD);
  });

  it('of every page has the frame and its library once', () => {
    const text = (path: string) => readFileSync(join(folder, path), 'utf8');
    const library = /__H\b|_prevState/;
    expect(text(frame)).toMatch(library);
    for (const [path, name] of Object.entries(scripts)) expect([path, library.test(text(name))]).toEqual([path, false]);
  });
});

it.each([
  ['of a deployment', { frame, styles, scripts }, folder],
  ['of the local platform', ...localPages()],
] as const)(
  'signing stays within its budget %s: the panel, and the tools that every way loads',
  (_, { scripts: all }, at) => {
    const signing = [all['later/sign-panel']!, all['later/signing-tools']!];
    expect(sizeOf(signing, at)).toBeLessThanOrEqual(SIGNING);
    // What a way would load in addition: its name is in the panel.
    const named = readFileSync(join(at, signing[0]!), 'utf8').matchAll(/["'`](later\/[\w-]+)["'`]/g);
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
