import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { demoScan } from '../../../lib/local/story/demo-scan.ts';
import type { RunningPlatform } from '../../flows/running-platform.ts';
import { actor } from '../../flows/scene.ts';
import { enter } from './desk.ts';
import { findBarriers, sideways, visit } from './open-browser.ts';

export const OPERATOR = 'operator-dinara';

/** What a browser's outbox has in a store. */
export const stored = <Item>(page: Page, store: string): Promise<readonly Item[]> =>
  page.evaluate(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('outbox');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      if (![...database.objectStoreNames].includes('${store}')) { database.close(); return resolve([]); }
      const asked = database.transaction('${store}').objectStore('${store}').getAll();
      asked.onsuccess = () => { database.close(); resolve(asked.result.map((each) => ({ ...each, extractable: each.key?.extractable }))); };
    };
  })`);

/** Changes every entry, as `entry => …` in JavaScript: what it returns is stored. */
export const changeEntries = (page: Page, change: string): Promise<unknown> =>
  page.evaluate(`new Promise((resolve) => {
    const opening = indexedDB.open('outbox');
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('entries', 'readwrite');
      const store = transaction.objectStore('entries');
      store.getAll().onsuccess = ({ target }) => target.result.flatMap(${change}).forEach((each) => store.put(each));
      transaction.oncomplete = () => { opening.result.close(); resolve(); };
    };
  })`);

export interface Entry {
  readonly id: string;
  readonly account: string;
  readonly state: string;
  readonly scans: number;
  readonly tries: number;
}
export const entries = (page: Page) => stored<Entry>(page, 'entries');
export const states = async (page: Page) => (await entries(page)).map(({ state }) => state).toSorted();

/** Waits until something holds; the test's own limit ends a wait in vain. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await wait(50);
}

/** The counter's document and the forms of its services are kept before the line is cut. */
export async function prepared(page: Page): Promise<void> {
  await page.locator('#iin').waitFor();
  await until(() => page.evaluate<boolean>("caches.match('/app/counter').then(Boolean)"));
  await until(async () =>
    (await stored<{ question: string }>(page, 'catalogue')).some(({ question }) => question === `service ${SERVICE}`),
  );
}

const SERVICE = 'south-kazakhstan-unemployed-certificate';
export const OFFICE = 'south-kazakhstan-employment-shymkent';

/** Everything about a visitor, up to the signature. */
export async function fillVisitor(page: Page, iin: string, fullName: string): Promise<void> {
  await page.fill('#iin', iin);
  await page.fill('#fullName', fullName);
  await page.selectOption('#service', SERVICE);
  await page.locator('#office').waitFor();
  await page.selectOption('#office', OFFICE);
  await page.fill('#postalCode', '160000');
  await page.fill('#phone', '87252530000');
  await page.fill('#sik', '0000000000000000');
}

export const addScan = async (page: Page): Promise<void> =>
  page.setInputFiles('.drop input[type=file]', {
    ...{ name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await demoScan()) },
  });

/** Presses the button of the notice about the cut line, and waits for the next visitor's empty form. */
export async function setAside(page: Page): Promise<void> {
  await page.locator('.notice.warning .button').click();
  await until(async () => (await page.inputValue('#iin')) === '');
}

interface Filed {
  readonly id: string;
  readonly state: string;
  readonly attachments: readonly unknown[];
}

/** What the server has for a visitor, thrown away or not. */
export async function filedFor(platform: RunningPlatform, iin: string): Promise<readonly Filed[]> {
  const { client } = await actor(platform, OPERATOR);
  const { requests } = await client.get<{ requests: readonly { id: string }[] }>('/requests?limit=100');
  const all = await Promise.all(
    requests.map(({ id }) => client.get<Filed & { applicant: { iin: string } }>(`/requests/${id}`)),
  );
  return all.filter(({ applicant }) => applicant.iin === iin);
}

export const online = (page: Page) => page.evaluate("dispatchEvent(new Event('online'))");

/** A counter whose line can be cut. */
export function counter(platform: RunningPlatform, open: () => Browser, language: 'kk' | 'ru', width: number) {
  const here = {} as { context: BrowserContext; page: Page; complaints: readonly string[] };
  beforeAll(async () => {
    Object.assign(here, await visit(open(), { language, width }));
    await here.page.addInitScript('window.print = () => {};');
    await enter(here.page, platform, OPERATOR, '/app/counter');
    await prepared(here.page);
  });
  afterAll(() => here.context?.close());
  return {
    here,
    isWell: async () => {
      expect(await findBarriers(here.context, here.page)).toEqual([]);
      expect(await sideways(here.page)).toBe(0);
    },
    /** A visitor served while the line is cut. */
    serve: async (iin: string, name: string) => {
      await here.context.setOffline(true);
      await fillVisitor(here.page, iin, name);
      await setAside(here.page);
    },
  };
}
