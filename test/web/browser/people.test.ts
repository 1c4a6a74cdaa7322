import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { officerTexts } from '../../../web/texts/officers.ts';
import { orderTexts } from '../../../web/texts/order-work.ts';
import { dayOf } from '../../../lib/domain/language/dates.ts';
import { actor, certificate, draftOf, submit, workOf } from '../../flows/scene.ts';
import { RunningPlatform } from '../../flows/running-platform.ts';
import { enter, tabTo } from './desk.ts';
import { findBarriers, hasBrowser, openBrowser, sideways, visit } from './open-browser.ts';

const inBrowser = hasBrowser ? describe : describe.skip;
const named = (title: string) => (hasBrowser ? title : `${title} (skipped: no browser)`);

const platform = new RunningPlatform();
let browser: Browser;
beforeAll(async () => {
  if (!hasBrowser) return;
  [browser] = await Promise.all([openBrowser(), platform.start()]);
  const citizen = await actor(platform, 'applicant-azamat');
  const officer = await actor(platform, 'officer-serik');
  for (let n = 0; n < 3; n += 1) {
    const draft = await draftOf(citizen, certificate('south-kazakhstan-employment-shymkent'));
    await submit(citizen, draft);
    await workOf(officer, draft.id);
    if (n === 0) await officer.client.send('PUT', `/work/${draft.id}/claim`);
  }
});
afterAll(async () => {
  await browser?.close();
  await platform.remove();
});

/** A head's browser, and what must hold in every state of their pages. */
function workplace(language: 'kk' | 'ru', width: number) {
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

/** The account of the person of a list to choose from. */
const accountIn = (page: Page, list: string, name: string) =>
  page.locator(`${list} option`, { hasText: name }).getAttribute('value');

inBrowser(named('a head, in Russian on 1280 pixels, by the keyboard'), () => {
  const { page: at, isWell, complaints } = workplace('ru', 1280);

  it('chooses lines with keys, and learns what an order lacks', async () => {
    const page = at();
    await enter(page, platform, 'head-bakyt', '/app/work');
    await page.locator('.queue').waitFor();
    await page.locator('.keys').waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.locator('.chosen-bar').waitFor();
    expect(await page.locator('.queue .chosen').count()).toBe(2);
    await isWell();
    await page.locator('.chosen-bar .button', { hasText: orderTexts.give.ru }).click();
    await page.locator('#ground').waitFor();
    await page.locator('.chosen-bar form .button').first().click();
    await page.locator('.summary').waitFor();
    expect(await page.locator('.summary li').count()).toBe(2);
    await isWell();
  });

  it('gives both to one officer on one ground, and whose they are stands in the list', async () => {
    const page = at();
    await tabTo(page, '#to');
    await page.selectOption('#to', await accountIn(page, '#to', 'Гүлнар'));
    await page.fill('#ground', 'Ровная нагрузка');
    await page.keyboard.press('Enter');
    await page.locator('.notice.success').waitFor();
    await page.locator('.queue .chosen').first().waitFor({ state: 'detached' });
    await page.locator('.queue tbody tr', { hasText: 'Гүлнар' }).nth(1).waitFor();
    await isWell();
  });

  it('what a colleague has taken meanwhile stays theirs, and the head is told', async () => {
    const page = at();
    const officer = await actor(platform, 'officer-serik');
    const { work } = await officer.client.get<{ work: readonly Line[] }>('/work?who=nobody');
    const [taken] = work;
    for (const row of await page.locator('.queue tbody tr').all()) await row.locator('.tick').check();
    await officer.client.send('PUT', `/work/${taken!.id}/claim`);
    await page.locator('.chosen-bar .button', { hasText: orderTexts.recall.ru }).click();
    await page.fill('#ground', 'Сотрудник заболел');
    await page.locator('.chosen-bar form .button').first().click();
    await page.locator('.notice.warning li', { hasText: taken!.number }).waitFor();
    expect(await page.locator('.notice.warning li').count()).toBe(1);
    await isWell();
    expect(complaints()).toEqual([]);
  });
});

interface Line {
  readonly id: string;
  readonly number: string;
}

inBrowser(named('a head, in Kazakh on 375 pixels'), () => {
  const { page: at, isWell, complaints } = workplace('kk', 375);

  it('sees what each has to do, and opens one’s work', async () => {
    const page = at();
    await enter(page, platform, 'head-bakyt', '/app/officers');
    await page.locator('.queue tbody tr').first().waitFor();
    await isWell();
    await page.locator('.queue a[href*="worker="]').first().click();
    await page.locator('h1').waitFor();
    await page.locator('.queue').waitFor();
    await isWell();
    await page.locator('.tick').last().check();
    await page.locator('.chosen-bar .button', { hasText: orderTexts.give.kk }).click();
    await page.locator('#ground').waitFor();
    await isWell();
  });

  it('says who is away and who stands in; what is missing or impossible is said at its field', async () => {
    const page = at();
    await page.goto(`${platform.url}/app/officers`);
    const line = page.locator('.queue tbody tr', { hasText: 'Гүлнар' }).first();
    await line.locator('button', { hasText: officerTexts.addAbsence.kk }).click();
    await line.locator('form').waitFor();
    await line.locator('form .button').first().click();
    await page.locator('.summary').waitFor();
    expect(await page.locator('.summary li').count()).toBe(3);
    await isWell();
    const today = dayOf(new Date().toISOString()).split('-').toReversed();
    for (const [index, part] of [...today, ...today].entries()) await line.locator('input').nth(index).fill(part);
    await page.selectOption('#substitute', await accountIn(page, '#substitute', 'Серік'));
    await line.locator('form .button').first().click();
    await line.locator('.tag.warning').waitFor();
    await isWell();
  });

  it('ends the absence, after a question', async () => {
    const page = at();
    const line = page.locator('.queue tbody tr', { hasText: 'Гүлнар' }).first();
    await line.locator('.acts button').last().click();
    await line.locator('.button.danger').waitFor();
    await isWell();
    await line.locator('.button.danger').click();
    await line.locator('.tag.warning').waitFor({ state: 'detached' });
    await isWell();
    expect(complaints()).toEqual([]);
  });
});
