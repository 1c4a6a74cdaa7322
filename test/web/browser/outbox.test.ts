import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { demoIin } from '../../../lib/local/demo/demo-number.ts';
import { RunningPlatform } from '../../flows/running-platform.ts';
import { bringKey } from './desk.ts';
import { hasBrowser, openBrowser } from './open-browser.ts';
import {
  OPERATOR,
  addScan,
  counter,
  entries,
  filedFor,
  fillVisitor,
  online,
  setAside,
  states,
  stored,
  until,
} from './outbox-scene.ts';

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

inBrowser(named('an operator whose line is cut, in Kazakh on 390 pixels'), () => {
  const { here, isWell } = counter(platform, () => browser, 'kk', 390);
  const iin = demoIin('1980-01-01', 'female', 50);

  it('goes on after a reload without a connection: what was typed and scanned is there, and nobody else can read it', async () => {
    const { page, context } = here;
    await context.setOffline(true);
    await fillVisitor(page, iin, 'Демо Келуші');
    await addScan(page);
    await until(async () => (await entries(page))[0]?.scans === 1);
    await isWell();
    expect(JSON.stringify(await entries(page))).not.toMatch(new RegExp(`${iin}|Келуші|south-kazakhstan`));
    expect((await stored<{ extractable: boolean }>(page, 'keys')).map((key) => key.extractable)).toEqual([false]);
    expect(await page.evaluate("sessionStorage.getItem('typed:counter')")).toBe(null);
    await page.reload();
    await page.locator('#sik').waitFor();
    expect([await page.inputValue('#iin'), await page.inputValue('#sik')]).toEqual([iin, '0000000000000000']);
    expect(await page.locator('.papers').innerText()).toContain('scan.pdf');
    await until(async () => (await states(page)).join() === 'open');
  });

  it('is set aside for the next visitor, and shown as unsent', async () => {
    const { page } = here;
    await setAside(page);
    expect(await states(page)).toEqual(['waiting']);
    await page.locator('.menu a', { hasText: /: 1$/ }).waitFor();
    await isWell();
    await page.locator('.content > .notice a').click();
    await page.locator('.queue', { hasText: 'Демо Келуші' }).waitFor();
    expect(page.url()).toBe(`${platform.url}/app/outbox`);
    await isWell();
    await page.reload();
    await page.locator('.queue', { hasText: 'Демо Келуші' }).waitFor();
  });

  it('is sent once, also if the answers are lost after the server has acted', async () => {
    const { page, context } = here;
    const lost: number[] = [];
    for (const address of ['**/requests', '**/requests/*/form', '**/requests/*/attachments'])
      await page.route(
        address,
        async (route) => {
          lost.push((await route.fetch()).status());
          await route.abort();
        },
        { times: 1 },
      );
    await context.setOffline(false);
    for (const torn of [1, 2, 3]) {
      await until(async () => lost.length >= torn);
      await online(page);
    }
    await until(async () => (await states(page)).join() === 'to-sign');
    expect(lost).toEqual([201, 200, 201]);
    expect(await filedFor(platform, iin)).toMatchObject([{ state: 'draft', attachments: [{}] }]);
    expect(await stored(page, 'scans')).toEqual([]);
    await isWell();
  });

  it('is signed by the operator, and leaves the outbox', async () => {
    const { page } = here;
    await page.locator('.queue a.button').click();
    await bringKey(page, platform, OPERATOR, 'gostKeyFile');
    await page.keyboard.press('F9');
    await page.locator('.content > .notice.success').waitFor();
    expect(await entries(page)).toEqual([]);
    const filed = await filedFor(platform, iin);
    expect([filed.length, filed[0]?.state === 'draft']).toEqual([1, false]);
  });

  it('has no errors and no violations of the content security policy', () => {
    expect(here.complaints.filter((text) => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED/.test(text))).toEqual([]);
  });
});

inBrowser(named('an outbox, in Russian on 1280 pixels'), () => {
  const { here, isWell, serve } = counter(platform, () => browser, 'ru', 1280);

  it('keeps what the server refuses and shows it at its field; the others are sent', async () => {
    const { page, context } = here;
    const [refused, good] = [demoIin('1980-01-01', 'female', 51), demoIin('1980-01-01', 'female', 52)];
    await serve(refused, 'Демо Первый');
    await serve(good, 'Демо Второй');
    const errors = [{ field: '/form/phone', rule: 'format', expected: 'digits' }];
    await page.route('**/requests', (route) =>
      route.request().postData()?.includes(refused)
        ? route.fulfill({ status: 422, json: { code: 'form/invalid', title: 'Форма заполнена неверно', errors } })
        : route.continue(),
    );
    await context.setOffline(false);
    await until(async () => (await states(page)).join() === 'refused,to-sign');
    expect(await filedFor(platform, good)).toMatchObject([{ state: 'draft' }]);
    await page.goto(`${platform.url}/app/outbox`);
    await page.locator('.queue', { hasText: 'Форма заполнена неверно' }).waitFor();
    await isWell();
    await page.locator('.queue tr', { hasText: 'Демо Первый' }).locator('button.second').first().click();
    await page.locator('.summary a[href="#phone"]').waitFor();
    await isWell();
    await page.unroute('**/requests');
    await addScan(page);
    await until(async () => (await states(page)).join() === 'to-sign');
    expect(await filedFor(platform, refused)).toMatchObject([{ state: 'draft', attachments: [{}] }]);
  });

  it('is sent by one tab, if two have it; and by the other one, if the first is killed in the middle', async () => {
    const { page, context } = here;
    const [both, killed] = [demoIin('1980-01-01', 'female', 53), demoIin('1980-01-01', 'female', 54)];
    await page.goto(`${platform.url}/app/counter`);
    await page.locator('#iin').waitFor();
    await serve(both, 'Демо Вместе');
    const other = await context.newPage();
    await other.goto(`${platform.url}/app/outbox`);
    await other.locator('.queue').waitFor();
    let posts = 0;
    context.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/requests')) posts += 1;
    });
    await context.setOffline(false);
    await until(async () => (await states(page)).every((state) => state === 'to-sign'));
    expect([posts, (await filedFor(platform, both)).length]).toEqual([1, 1]);

    await other.goto(`${platform.url}/app/counter`);
    await other.locator('#iin').waitFor();
    await context.setOffline(true);
    await fillVisitor(other, killed, 'Демо Прервано');
    await addScan(other);
    await until(async () => (await entries(other)).some(({ scans }) => scans === 1));
    await page.close();
    let isSent = false;
    await other.route('**/requests/*/attachments', async (route) => {
      await route.fetch();
      isSent = true;
    });
    await setAside(other);
    await context.setOffline(false);
    await until(async () => isSent);
    await other.close();
    here.page = await context.newPage();
    await here.page.goto(`${platform.url}/app/counter`);
    await until(async () => (await states(here.page)).every((state) => state === 'to-sign'));
    expect(await filedFor(platform, killed)).toMatchObject([{ state: 'draft', attachments: [{}] }]);
  });
});
