import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { firstLoads } from '../../web/first-load.ts';
import { findPage, routes } from '../../web/routes.ts';

const pages = join(import.meta.dirname, '../../web/pages');

describe('the table of pages', () => {
  it('has a file for every row', () => {
    for (const { page } of routes) expect([page, existsSync(join(pages, `${page}.tsx`))]).toEqual([page, true]);
  });

  it('has a row for every file except the two that replace another page', () => {
    const files = readdirSync(pages, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.tsx'))
      .map((path) => path.slice(0, -4));
    const shown = new Set(routes.map(({ page }) => page));
    expect(files.filter((page) => !shown.has(page)).toSorted()).toEqual(['denied', 'missing']);
  });

  it('has each address once', () => {
    const paths = routes.map(({ path }) => path.replaceAll(/:\w+/g, ':'));
    expect(new Set(paths).size).toBe(paths.length);
  });
});

it('what comes with a page’s document belongs to a page, and its parts are there', () => {
  const paths = routes.map(({ path }) => path);
  for (const [path, { parts = [] }] of Object.entries(firstLoads)) {
    expect(paths).toContain(path);
    for (const part of parts) expect([part, existsSync(join(pages, `../${part}.tsx`))]).toEqual([part, true]);
  }
});

describe('an address', () => {
  it('with only the origin is the first page', () => {
    expect(findPage('/').page).toBe('home');
  });

  it('with a trailing slash is the same page', () => {
    expect(findPage('/app/sign-in/').page).toBe('sign-in');
  });

  it.each(['/app/nothing', '/app/sign-in/deeper', '/services', '/app'])('%s has no page', (address) => {
    expect(findPage(address)).toMatchObject({ page: 'missing', who: 'everybody' });
  });
});
