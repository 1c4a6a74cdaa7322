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

const folder = mkdtempSync(join(tmpdir(), 'pages-'));
const files = bundlePages(join(import.meta.dirname, '../..'), folder);
const sizeOf = (names: readonly string[]) =>
  names.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name)), { level: 9 }).length, 0);

describe('the first load', () => {
  it.each(Object.keys(files.pages))('of %s keeps the budget', (page) => {
    const needed = [...files.frame, files.styles, ...(files.pages[page] ?? [])];
    expect(sizeOf(needed)).toBeLessThanOrEqual(FIRST_LOAD);
  });

  it('of a page for everybody has nothing of the employees', () => {
    const ofStaff = new Set(
      Object.entries(files.pages).flatMap(([page, names]) => (page.startsWith('staff/') ? names.slice(0, 1) : [])),
    );
    for (const [page, names] of Object.entries(files.pages))
      if (!page.startsWith('staff/')) expect([page, names.filter((name) => ofStaff.has(name))]).toEqual([page, []]);
  });
});

it('all that signing brings keeps its budget', () => {
  const first = new Set([...files.frame, files.styles, ...Object.values(files.pages).flat()]);
  expect(sizeOf(files.all.filter((name) => !first.has(name)))).toBeLessThanOrEqual(SIGNING);
});

it('the names say what is in the files: the same sources make the same', () => {
  expect(bundlePages(join(import.meta.dirname, '../..'), mkdtempSync(join(tmpdir(), 'pages-')))).toEqual(files);
});
