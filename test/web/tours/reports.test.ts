import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { registrationTexts } from '../../../web/texts/registration.ts';
import { statisticsTexts } from '../../../web/texts/statistics.ts';
import { operate } from '../../flows/operator.ts';
import { RunningPlatform } from '../../flows/running-platform.ts';
import { actor, certificate, doWork, draftOf, submit, workOf } from '../../flows/scene.ts';
import { readSheet } from '../../lib/adapters/xlsx/read-sheet.ts';
import { hasBrowser, openBrowser } from '../browser/open-browser.ts';
import { settle } from './look.ts';
import { sit } from './staff-cast.ts';

const inBrowser = hasBrowser ? describe : describe.skip;
const named = (title: string) => (hasBrowser ? title : `${title} (skipped: no browser)`);

const OFFICE = 'south-kazakhstan-employment-shymkent';
const platform = new RunningPlatform();
let browser: Browser;
let number: string;
beforeAll(async () => {
  if (!hasBrowser) return;
  [browser] = await Promise.all([openBrowser(), platform.start(0, '--unthrottled')]);
  const [citizen, officer] = [await actor(platform, 'applicant-azamat'), await actor(platform, 'officer-serik')];
  const draft = await draftOf(citizen, certificate(OFFICE));
  await submit(citizen, draft);
  const { id } = draft;
  for (const task of ['accept', 'decide', 'sign']) {
    while ((await workOf(officer, id)).task !== task);
    await doWork(officer, id);
  }
  for (let state = ''; state !== 'issued';)
    ({ state, number } = await citizen.client.get<{ state: string; number: string }>(`/requests/${id}`));
  const operator = await operate(platform);
  await operator.run('count-statistics');
  operator.close();
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await platform.remove();
});

async function saved(page: Page, press: () => Promise<void>): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return readFileSync(await download.path());
}

inBrowser(named('the journal of registration'), () => {
  it.each([
    { slug: 'officer-serik', language: 'ru', width: 1280 },
    { slug: 'head-bakyt', language: 'kk', width: 390 },
  ] as const)('is listed by period and saved as a file, for $slug in $language on $width pixels', async (who) => {
    const { page, barriers, complaints } = await sit(browser, platform, { ...who, path: '/app/registration' });
    const { language } = who;
    await page.locator('.queue a', { hasText: number }).waitFor();
    await settle(page);
    expect(await barriers()).toEqual([]);
    await page.locator('.buttons button', { hasText: registrationTexts.download[language] }).click();
    const bytes = await saved(page, () => page.locator('.buttons a').click());
    const rows = readSheet(bytes).map((row) => row.map(({ text }) => text));
    expect(rows[0]).toEqual([registrationTexts.title[language]]);
    expect(rows[4]?.[0]).toBe(number);
    await page.fill('#until', '2020-01-01');
    await page.getByText(registrationTexts.none[language]).waitFor();
    expect([await barriers(), complaints]).toEqual([[], []]);
  });

  it('asks the auditor for an office, and shows it', async () => {
    const seat = { slug: 'auditor-askhat', language: 'ru', width: 1280, path: '/app/registration' } as const;
    const { page, barriers, complaints } = await sit(browser, platform, seat);
    await page.getByText(registrationTexts.choose.ru).waitFor();
    await page.fill('#words', 'Шымкент');
    await page.locator(`#office option[value="${OFFICE}"]`).waitFor({ state: 'attached' });
    await page.selectOption('#office', OFFICE);
    await page.locator('.queue a', { hasText: number }).waitFor();
    await settle(page);
    expect([await barriers(), complaints]).toEqual([[], []]);
  });
});

inBrowser(named('the statistics'), () => {
  it.each([
    { slug: 'head-bakyt', language: 'ru', width: 1280 },
    { slug: 'auditor-askhat', language: 'kk', width: 390 },
  ] as const)('are a table by month and service, for $slug in $language on $width pixels', async (who) => {
    const { page, barriers, complaints } = await sit(browser, platform, { ...who, path: '/app/statistics' });
    const { language } = who;
    await page.locator('tbody tr td').first().waitFor();
    expect(await page.locator('tbody tr').first().locator('td').allInnerTexts()).toEqual(
      expect.arrayContaining(['1', '1', '0', '0', '0', '0']),
    );
    await settle(page);
    expect(await barriers()).toEqual([]);
    await page.selectOption('#by', 'channel');
    await page.locator('tbody th', { hasText: 'портал' }).waitFor();
    const bytes = await saved(page, () =>
      page.locator('button', { hasText: statisticsTexts.download[language] }).click(),
    );
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from('\uFEFF'));
    expect(bytes.toString().split('\r\n')[1]).toContain('портал');
    await page.selectOption('#channel', 'akim');
    await page.getByText(statisticsTexts.none[language]).waitFor();
    expect([await barriers(), complaints]).toEqual([[], []]);
  });
});
