import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { noticeTexts } from '../../../lib/domain/notice/texts.ts';
import { eventWords } from '../../../lib/domain/request/event-words.ts';
import { reopeningRules } from '../../../lib/domain/reopening/rules.ts';
import { reopeningTexts } from '../../../web/texts/reopening.ts';
import { requestTexts } from '../../../web/texts/request.ts';
import { verifyTexts } from '../../../web/texts/verify.ts';
import { refused } from '../../flows/complaint-scene.ts';
import { RunningPlatform } from '../../flows/running-platform.ts';
import { bringKey } from '../browser/desk.ts';
import { hasBrowser, openBrowser, visit } from '../browser/open-browser.ts';
import { findFaults, settle } from './look.ts';
import { signIn, sit, type Seat } from './staff-cast.ts';

const inBrowser = hasBrowser ? describe : describe.skip;
const named = (title: string) => (hasBrowser ? title : `${title} (skipped: no browser)`);

const platform = new RunningPlatform();
const languages = ['ru', 'kk'] as const;
let browser: Browser;
let number: string;
let document: string;
let id: string;
let heads: Record<'kk' | 'ru', Seat>;
let citizens: Record<'kk' | 'ru', Awaited<ReturnType<typeof visit>>>;
beforeAll(async () => {
  if (!hasBrowser) return;
  [browser] = await Promise.all([openBrowser(), platform.start()]);
  const made = await refused(platform, 'officer-serik');
  ({ id } = made);
  const request = await made.author.client.get<{ number: string; output: { number: string } }>(`/requests/${id}`);
  ({ number } = request);
  document = request.output.number;
  const path = `/app/status?number=${number}`;
  const seat = (language: 'kk' | 'ru', width: number) =>
    sit(browser, platform, { slug: 'head-bakyt', language, width, path });
  heads = { kk: await seat('kk', 320), ru: await seat('ru', 1280) };
  citizens = { kk: await enterAs('kk', 320), ru: await enterAs('ru', 1280) };
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await platform.remove();
});

const enterAs = async (language: 'kk' | 'ru', width: number) => {
  const citizen = await visit(browser, { language, width, touch: width < 800 });
  await signIn(citizen.page, platform, 'applicant-azamat');
  return citizen;
};
const isWell = async ({ context, page }: Pick<Seat, 'context' | 'page'>, touches = false) => {
  await settle(page);
  expect(await findFaults(context, page, touches)).toEqual([]);
};

inBrowser(named('a refusal that was wrong'), () => {
  it.each(languages)('is opened on the page of its status by the head, on a ground (%s)', async (language) => {
    const { page } = heads[language];
    await page.goto(`${platform.url}/app/status?number=${number}`);
    const opener = page.locator('button', { hasText: reopeningTexts.title[language] });
    await opener.click();
    await page.locator('#reopen h3:focus').waitFor();
    await page.locator('#reopen .button', { hasText: reopeningTexts.stay[language] }).click();
    await page.locator('button:focus', { hasText: reopeningTexts.title[language] }).waitFor();
    await opener.click();
    for (const ground of ['law', 'facts', 'new-facts'] as const)
      await page.locator('label', { hasText: reopeningRules.grounds[ground][language] }).waitFor();
    await isWell(heads[language]);
    await page.locator('#reopen input[type=radio]').nth(1).check();
    await page.locator('#reopen .button', { hasText: reopeningTexts.goOn[language] }).click();
    await page.locator('.both [lang=kk]', { hasText: 'қайта қаралсын' }).waitFor();
    await page.locator('.both [lang=ru]', { hasText: 'Отзываю этот отказ' }).waitFor();
    await page.locator('.ways').waitFor();
    await isWell(heads[language]);
  });

  it('by the signed word; the page then shows that it is decided anew', async () => {
    const { page } = heads.ru;
    await bringKey(page, platform, 'head-bakyt', 'gostKeyFile');
    await page.locator('.way .buttons .button', { hasText: reopeningTexts.sign.ru }).click();
    await page.locator('.notice.success', { hasText: reopeningTexts.done.ru }).waitFor();
    await page.locator('#reopen').waitFor({ state: 'detached' });
    await isWell(heads.ru);
  });

  it.each(languages)('the applicant reads that it was withdrawn, since when and why (%s)', async (language) => {
    const { page } = citizens[language];
    await page.goto(`${platform.url}/app/requests/${id}`);
    await page.locator('p.small', { hasText: reopeningRules.grounds.facts[language] }).first().waitFor();
    await page.locator('p.small', { hasText: requestTexts.refusal[language] }).waitFor();
    await page.locator('.steps', { hasText: eventWords.reopened[language] }).first().waitFor();
    await page.locator('.rows h3', { hasText: noticeTexts['refusal-reopened'].subject[language] }).waitFor();
    await isWell(citizens[language], language === 'kk');
  });

  it.each(languages)('so does anybody who verifies the document (%s)', async (language) => {
    const { page } = citizens[language];
    await page.goto(`${platform.url}/app/verify?number=${document}`);
    await page.locator('dt', { hasText: verifyTexts.withdrawnAt[language] }).first().waitFor();
    await page.locator('dd', { hasText: reopeningRules.grounds.facts[language] }).waitFor();
    await isWell(citizens[language], language === 'kk');
  });

  it('and nobody has met an error or a breach of the policy', () => {
    expect([heads.kk, heads.ru, citizens.kk, citizens.ru].flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
