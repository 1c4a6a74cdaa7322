import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { demoIin } from '../../../lib/local/demo/demo-number.ts';
import { RunningPlatform } from '../../flows/running-platform.ts';
import { enter } from '../browser/desk.ts';
import { findBarriers, hasBrowser, openBrowser, visit } from '../browser/open-browser.ts';
import {
  OPERATOR,
  addScan,
  changeEntries,
  counter,
  entries,
  filedFor,
  fillVisitor,
  prepared,
  setAside,
  stored,
  until,
} from '../browser/outbox-scene.ts';
import { releasing } from '../browser/releasing.ts';

const inBrowser = hasBrowser ? describe : describe.skip;
const named = (title: string) => (hasBrowser ? title : `${title} (skipped: no browser)`);

const platform = new RunningPlatform();
let browser: Browser;
beforeAll(async () => {
  if (hasBrowser) [browser] = await Promise.all([openBrowser(), platform.start()]);
});
afterAll(async () => {
  await browser?.close();
  await platform.remove();
});

inBrowser(named('an outbox with an end, in Russian on 1280 pixels'), () => {
  const { here, isWell, serve } = counter(platform, () => browser, 'ru', 1280);

  it('shows what is too old and sends it no more; a person deletes it', async () => {
    const { page, context } = here;
    const iin = demoIin('1980-01-01', 'female', 55);
    await serve(iin, 'Демо Вчера');
    await changeEntries(page, '(entry) => ({ ...entry, at: entry.at - 25 * 3_600_000 })');
    await context.setOffline(false);
    await page.goto(`${platform.url}/app/outbox`);
    const line = page.locator('.queue tr', { hasText: 'Демо Вчера' });
    await line.locator('text=Срок хранения истёк').waitFor();
    await isWell();
    expect(await filedFor(platform, iin)).toEqual([]);
    await line.locator('.link', { hasText: 'Удалить' }).click();
    await page.locator('dialog[open] .danger').click();
    await line.waitFor({ state: 'detached' });
  });

  it('says when there are too many, and takes one more when there is room', async () => {
    const { page } = here;
    await page.goto(`${platform.url}/app/counter`);
    await page.locator('#iin').waitFor();
    await serve(demoIin('1980-01-01', 'female', 56), 'Демо Первый');
    const kept = (await entries(page)).length;
    await changeEntries(
      page,
      `(entry, index) => index > 0 ? [entry] : [entry, ...Array.from({ length: ${19 - kept} }, (_, n) => ({ ...entry, id: 'copy-' + n, state: 'open' }))]`,
    );
    await fillVisitor(page, demoIin('1980-01-01', 'female', 57), 'Демо Двадцатый');
    await setAside(page);
    expect((await entries(page)).length).toBe(20);
    await page.fill('#iin', demoIin('1980-01-01', 'female', 58));
    await page.locator('.notice.error', { hasText: 'не больше 20' }).waitFor();
    await isWell();
    expect((await entries(page)).length).toBe(20);
  });

  it('asks before signing out, and signing out deletes it', async () => {
    const { page, context } = here;
    await page.locator('.person button').click();
    await page.locator('dialog[open]').waitFor();
    await isWell();
    await page.keyboard.press('Enter');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    expect((await entries(page)).length).toBe(20);
    await context.setOffline(false);
    await page.locator('.person button').click();
    await page.locator('dialog[open] .danger').click();
    await page.waitForURL(`${platform.url}/`);
    for (const store of ['entries', 'scans', 'keys', 'operators'])
      expect([store, await stored(page, store)]).toEqual([store, []]);
  });
});

inBrowser(named('a newer version of the pages'), () => {
  it('takes over when the person says so, and what was typed and scanned stays', async () => {
    const { context, page } = await visit(browser, { language: 'ru', width: 1280 });
    const site = await releasing(platform.url);
    await enter(page, { url: site.url, person: (slug) => platform.person(slug) }, OPERATOR, '/app/counter');
    await prepared(page);
    await fillVisitor(page, '800101', 'Демо Печатает');
    await addScan(page);
    site.release();
    await page.evaluate('navigator.serviceWorker.getRegistration().then((registration) => registration.update())');
    const notice = page.locator('.notice', { hasText: 'Вышла новая версия' });
    await notice.waitFor();
    expect(await findBarriers(context, page)).toEqual([]);
    const before = await page.evaluate<string>('performance.timeOrigin');
    await notice.locator('button').click();
    await until(() => page.evaluate<boolean>(`performance.timeOrigin !== ${before}`).catch(() => false));
    await page.locator('.papers', { hasText: 'scan.pdf' }).waitFor();
    expect([await page.inputValue('#iin'), await page.inputValue('#sik')]).toEqual(['800101', '0000000000000000']);
    expect(await notice.count()).toBe(0);
    await context.close();
    site.close();
  });
});

inBrowser(named('a citizen'), () => {
  it('has no outbox', async () => {
    const { context, page } = await visit(browser, { language: 'ru', width: 1280 });
    await enter(page, platform, 'applicant-azamat', '/app/requests', '.person .name');
    await page.goto(`${platform.url}/app/outbox`);
    await page.locator('h1').waitFor();
    await page.locator('.person button').waitFor();
    expect(await page.locator('.queue, .menu a[href="/app/outbox"]').count()).toBe(0);
    await context.setOffline(true);
    expect(await page.evaluate('indexedDB.databases().then((all) => all.length)')).toBe(0);
    expect(await page.evaluate("caches.match('/app/counter').then(Boolean)")).toBe(false);
    await context.close();
  });
});
