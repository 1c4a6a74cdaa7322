import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { dayOf, writeShortDay } from '../../../lib/domain/language/dates.ts';
import { demoIin } from '../../../lib/local/demo/demo-number.ts';
import { officerTexts } from '../../../web/texts/officers.ts';
import { actor, certificate, draftOf, submit, workOf } from '../../flows/scene.ts';
import { RunningPlatform } from '../../flows/running-platform.ts';
import { enter } from '../browser/desk.ts';
import { findBarriers, hasBrowser, openBrowser, sideways, visit } from '../browser/open-browser.ts';

const inBrowser = hasBrowser ? describe : describe.skip;
const named = (title: string) => (hasBrowser ? title : `${title} (skipped: no browser)`);

const platform = new RunningPlatform();
let browser: Browser;
let request = '';
beforeAll(async () => {
  if (!hasBrowser) return;
  [browser] = await Promise.all([openBrowser(), platform.start()]);
  const citizen = await actor(platform, 'applicant-azamat');
  const officer = await actor(platform, 'officer-serik');
  const draft = await draftOf(citizen, certificate('south-kazakhstan-employment-shymkent'));
  await submit(citizen, draft);
  await workOf(officer, draft.id);
  await officer.client.get(`/requests/${draft.id}`);
  request = draft.id;
});
afterAll(async () => {
  await browser?.close();
  await platform.remove();
});

/** A visitor of their own, and what every state of their pages must be. */
function visitor(language: 'kk' | 'ru', width: number) {
  const here: { context?: BrowserContext; page?: Page; complaints?: readonly string[] } = {};
  beforeAll(async () => void Object.assign(here, await visit(browser, { language, width })));
  afterAll(() => here.context?.close());
  return {
    page: () => here.page!,
    isWell: async () => {
      expect(await findBarriers(here.context!, here.page!)).toEqual([]);
      expect(await sideways(here.page!)).toBe(0);
    },
    complaints: () => here.complaints,
  };
}

inBrowser(named('a citizen, in Kazakh on 390 pixels'), () => {
  const { page: at, isWell, complaints } = visitor('kk', 390);

  it('sees which office looked at their request, and what of it', async () => {
    const page = at();
    await enter(page, platform, 'applicant-azamat', `/app/requests/${request}`, '#looked');
    await page.locator('#looked summary').click();
    await page.locator('#looked li', { hasText: 'ЖАО қызметкері, Отдел занятости' }).first().waitFor();
    await isWell();
    expect(complaints()).toEqual([]);
  });
});

inBrowser(named('an auditor, in Russian on 1280 pixels'), () => {
  const { page: at, isWell, complaints } = visitor('ru', 1280);

  it('finds what an officer did, and who looked at one request', async () => {
    const page = at();
    await enter(page, platform, 'auditor-askhat', '/app/journal');
    await page.locator('.queue').waitFor();
    await isWell();
    await page.locator('.queue a', { hasText: 'Серік' }).first().click();
    await page.locator('#value').waitFor();
    const names = page.locator('.queue tbody td:nth-child(2) > a');
    for (const name of await names.allInnerTexts()) expect(name).toContain('Серік');
    await page.locator('.queue a', { hasText: request }).first().click();
    await page.waitForURL(`**/app/journal?request=${request}`);
    expect(await page.locator('#value').inputValue()).toBe(request);
    await isWell();
  });

  it('chooses an office and sees its people, and nothing to do with them', async () => {
    const page = at();
    await page.goto(`${platform.url}/app/officers`);
    await page.fill('#words', 'занятости Шымкент');
    await page.selectOption('#office', 'south-kazakhstan-employment-shymkent');
    await page.locator('.queue tbody tr', { hasText: 'Серік' }).waitFor();
    expect(await page.locator('.queue button, .queue a').count()).toBe(0);
    await isWell();
    await page.reload();
    await page.locator('.queue tbody tr', { hasText: 'Серік' }).waitFor();
    await page.goto(`${platform.url}/app/journal`);
  });

  it('compares the journal with its seals', async () => {
    const page = at();
    await page.locator('.card .buttons .button').click();
    // The first seal is made five minutes after the start.
    await page.locator('.card', { hasText: /Ещё не опечатан\S+ \d+ запис/ }).waitFor();
    await isWell();
    expect(complaints()).toEqual([]);
  });
});

inBrowser(named('a head, in Kazakh on 1280 pixels'), () => {
  const { page: at, isWell, complaints } = visitor('kk', 1280);

  it('lets an officer sign until a day, changes it, and ends it; a day that has passed is refused', async () => {
    const page = at();
    await enter(page, platform, 'head-bakyt', '/app/officers');
    await page.locator('.queue tbody tr').first().waitFor();
    const line = page.locator('.queue tbody tr', { hasText: 'Гүлнар' });
    const until = async (day: string) => {
      for (const [index, part] of day.split('.').entries()) await line.locator('input').nth(index).fill(part);
      await line.locator('form .button').first().click();
    };
    await line.locator('button', { hasText: officerTexts.give.kk }).click();
    await isWell();
    await until('01.01.2024');
    await line.locator('.error-summary, [role=alert]').first().waitFor();
    await isWell();
    const today = writeShortDay(dayOf(new Date().toISOString()));
    await until(today);
    await line.getByText(officerTexts.until.kk.replace('{day}', today)).waitFor();
    await isWell();
    await line.locator('button', { hasText: officerTexts.take.kk }).last().click();
    await isWell();
    await line.locator('button', { hasText: officerTexts.yes.kk }).click();
    await line.getByText(officerTexts.no.kk, { exact: true }).waitFor();
    expect(complaints()).toEqual([]);
  });
});

inBrowser(named('an administrator, in Kazakh on 1280 pixels'), () => {
  const { page: at, isWell, complaints } = visitor('kk', 1280);

  it('suspends an officer after being asked, and sees it', async () => {
    const page = at();
    await enter(page, platform, 'administrator-madina', '/app/staff');
    const line = page.locator('.queue tbody tr', { hasText: 'Гүлнар' });
    await line.locator('button', { hasText: 'Тоқтату' }).click();
    await isWell();
    await line.locator('button.danger').click();
    await line.locator('td', { hasText: 'тоқтатылған' }).waitFor();
    await isWell();
  });

  it('sees their own sessions', async () => {
    const page = at();
    await page.goto(`${platform.url}/app/account`);
    await page.locator('#sessions strong').waitFor();
    await isWell();
    expect(complaints()).toEqual([]);
  });
});

inBrowser(named('a head, in Russian on 390 pixels'), () => {
  const { page: at, isWell, complaints } = visitor('ru', 390);

  it('sees what was filed for a visitor at their office, and by whom', async () => {
    const officer = await actor(platform, 'officer-serik');
    const iin = demoIin('1980-01-01', 'female', 44);
    const application = certificate('south-kazakhstan-employment-shymkent');
    const visitor = { iin, fullName: 'Демо Келуші' };
    await submit(officer, await draftOf(officer, { ...application, channel: 'mio', visitor }));
    const page = at();
    await enter(page, platform, 'head-bakyt', '/app/acts');
    await page.locator('.rows li', { hasText: 'Серік' }).first().waitFor();
    await isWell();
    await page.selectOption('#kind', 'out-of-turn');
    await page.locator('.filters button').click();
    await page.locator('.nothing').waitFor();
    await isWell();
    await page.selectOption('#kind', 'filed');
    await page.fill('#since', dayOf(new Date().toISOString()));
    await page.locator('.filters button').click();
    await page.locator('.rows li', { hasText: 'Серік' }).first().waitFor();
    await isWell();
    await page.goto(`${platform.url}/app/officers`);
    await page.locator('.queue tbody tr', { hasText: 'Серік' }).waitFor();
    await isWell();
    expect(complaints()).toEqual([]);
  });
});
