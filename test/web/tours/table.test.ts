import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { findService, PRESENT } from '../../../lib/domain/regulation/cards.ts';
import { demoScan } from '../../../lib/local/story/demo-scan.ts';
import { download } from '../../../lib/local/http/client.ts';
import { RunningPlatform } from '../../flows/running-platform.ts';
import { actor, attach, doWork, submit, workOf, type Actor } from '../../flows/scene.ts';
import { readPdfText } from '../../lib/domain/output/read-pdf.ts';
import { fill } from '../../machines/fill.ts';
import { hasBrowser, openBrowser } from '../browser/open-browser.ts';
import { sit } from './staff-cast.ts';

const inBrowser = hasBrowser ? describe : describe.skip;
const named = (title: string) => (hasBrowser ? title : `${title} (skipped: no browser)`);

const platform = new RunningPlatform();
let browser: Browser;
let citizen: Actor;
let officer: Actor;
beforeAll(async () => {
  if (!hasBrowser) return;
  [browser] = await Promise.all([openBrowser(), platform.start()]);
  [citizen, officer] = await Promise.all([actor(platform, 'applicant-azamat'), actor(platform, 'officer-serik')]);
});
afterAll(async () => {
  await browser?.close();
  await platform.remove();
});

const service = findService('south-kazakhstan-disabled-child-support', PRESENT)!;

/** A request whose decision waits for the officer, who has claimed it. */
async function toDecide(): Promise<string> {
  const form = fill(service.fields, citizen.person.iin);
  const draft = { service: service.id, channel: 'portal', office: 'south-kazakhstan-employment-shymkent', form };
  const { id } = await citizen.client.send<{ id: string }>('POST', '/requests', draft);
  for (const { code } of service.documents) await attach(citizen, id, await demoScan(), { document: code });
  await submit(citizen, { id, attachment: '' });
  while ((await workOf(officer, id)).task !== 'decide') await doWork(officer, id);
  await officer.client.send('PUT', `/work/${id}/claim`);
  return id;
}

const typeDay = async (page: Page, name: string, [day, month, year]: readonly [string, string, string]) => {
  await page.fill(`#${name}`, day);
  await page.fill(`#${name}-1`, month);
  await page.fill(`#${name}-2`, year);
};
const typeRow = async (page: Page, row: number, [quarter, year, amount]: readonly [string, string, string]) => {
  await page.selectOption(`#payments-${row}-quarter`, quarter);
  await page.fill(`#payments-${row}-year`, year);
  await page.fill(`#payments-${row}-amount`, amount);
};
const focused = (page: Page) => page.locator(':focus').getAttribute('id');

const twice = {
  ru: 'Строка 2, год: такая строка уже есть выше',
  kk: '2-жол, жыл: мұндай жол жоғарыда бар',
};

inBrowser.each([
  { language: 'ru', width: 1280 },
  { language: 'kk', width: 390 },
] as const)(named('the payments of a notice, in $language on $width pixels'), (visitor) => {
  it('are filled in row by row with the keyboard, named where they are wrong, and printed as a table', async () => {
    const id = await toDecide();
    const path = `/app/work/${id}`;
    const { page, barriers, context, complaints } = await sit(browser, platform, {
      ...visitor,
      slug: 'officer-serik',
      path,
    });
    await page.locator('#payments-0-amount').waitFor();
    await page.fill('#amount', '36 000');
    await typeDay(page, 'from', ['01', '04', '2026']);
    await typeDay(page, 'until', ['31', '12', '2026']);
    await typeRow(page, 0, ['2', '2026', '12 000']);

    const add = page.locator('.table-rows > button');
    await add.press('Enter');
    await page.locator('#payments-1-quarter').waitFor();
    expect(await focused(page)).toBe('payments-1-quarter');
    await typeRow(page, 1, ['2', '2026', '12000']);
    await add.press('Enter');
    await typeRow(page, 2, ['4', '2026', '12500']);
    expect(await barriers()).toEqual([]);

    const send = page.locator('form .buttons button.button').last();
    await send.click();
    const found = page.locator('.summary a');
    await found.waitFor();
    expect(await found.innerText()).toBe(twice[visitor.language]);
    await found.press('Enter');
    expect(await focused(page)).toBe('payments-1-year');
    expect(await barriers()).toEqual([]);

    await page.locator('.table-rows fieldset').nth(1).locator('button').press('Enter');
    await page.locator('#payments-2-year').waitFor({ state: 'detached' });
    expect(await focused(page)).toBe('payments-0-quarter');
    expect(await page.inputValue('#payments-1-amount')).toBe('12500');
    // What was typed lasts over a reload of the page.
    await page.reload();
    await page.locator('#payments-1-amount').waitFor();
    expect(await page.inputValue('#payments-1-amount')).toBe('12500');
    await send.click();
    await page.locator('#payments-0-amount').waitFor({ state: 'detached' });
    expect(complaints.filter((each) => !each.includes('422'))).toEqual([]);
    await context.close();

    expect((await workOf(officer, id)).task).toBe('sign');
    await officer.client.send('PUT', `/work/${id}/claim`);
    const { document } = await officer.client.get<{ document: { url: string } }>(`/work/${id}/output`);
    const text = readPdfText(await download(document.url))
      .join(' ')
      .replaceAll(/\s+/g, ' ');
    expect(text).toContain('№ Тоқсан Квартал Жыл Год Төлем сомасы Сумма выплаты 1 II 2026 12 000 ₸ 2 IV 2026 12 500 ₸');
  });
});
