import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { bundlePages } from '../../lib/stack/bundle-pages.ts';

/** Bytes, compressed. What a slow line waits for before a page is there: its scripts and the style sheet. */
const FIRST_LOAD = 25_000;
/** Signing comes when somebody signs. */
const SIGNING = 40_000;

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'pages-'));
const { frame, styles, scripts } = bundlePages(root, folder);
const sizeOf = (names: readonly string[]) =>
  names.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name)), { level: 9 }).length, 0);
const pages = Object.keys(scripts).filter((path) => path.startsWith('pages/'));

describe('the first load', () => {
  it.each(pages)('of %s keeps the budget', (page) => {
    expect(sizeOf([...frame, styles, scripts[page]!])).toBeLessThanOrEqual(FIRST_LOAD);
  });

  it('of every page has the frame and its library once', () => {
    const text = (path: string) => readFileSync(join(folder, path), 'utf8');
    const library = /__H\b|_prevState/;
    expect(text(frame[1]!)).toMatch(library);
    for (const [path, name] of Object.entries(scripts)) expect([path, library.test(text(name))]).toEqual([path, false]);
  });
});

it.each(['sign-panel', 'open-key'])('signing keeps its budget: %s', (part) => {
  expect(sizeOf([scripts[`later/${part}`]!])).toBeLessThanOrEqual(SIGNING);
});

it('the names say what is in the files: the same sources make the same', () => {
  expect(bundlePages(root, mkdtempSync(join(tmpdir(), 'pages-')))).toEqual({ frame, styles, scripts });
});
