import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { noticeTexts } from '../../../lib/domain/notice/texts.ts';
import { stateWords } from '../../../lib/domain/request/state-words.ts';
import { withdrawnTexts, withdrawTexts } from '../../../web/texts/withdraw.ts';
import { visitor } from '../../flows/mailed-scene.ts';
import { RunningPlatform } from '../../flows/running-platform.ts';
import { actor, certificate, doWork, draftOf, submit, workOf, type Actor } from '../../flows/scene.ts';
import { bringKey } from '../browser/desk.ts';
import { hasBrowser, openBrowser, visit } from '../browser/open-browser.ts';
import { findFaults, settle } from './look.ts';
import { signIn, sit, type Seat } from './staff-cast.ts';

const inBrowser = hasBrowser ? describe : describe.skip;
const named = (title: string) => (hasBrowser ? title : `${title} (skipped: no browser)`);

const platform = new RunningPlatform();
const languages = ['ru', 'kk'] as const;
const texts = withdrawTexts['take-back'];
let browser: Browser;
let officer: Actor;
let author: Actor;
let ids: Record<'kk' | 'ru', string>;
let counter: string;
let operator: Seat;
let citizens: Record<'kk' | 'ru', Awaited<ReturnType<typeof visit>>>;

async function filed(by: Actor, more: object = {}): Promise<string> {
  const draft = await draftOf(by, { ...certificate('south-kazakhstan-employment-shymkent'), ...more });
  await submit(by, draft);
  await workOf(officer, draft.id);
  return draft.id;
}

beforeAll(async () => {
  if (!hasBrowser) return;
  [browser] = await Promise.all([openBrowser(), platform.start()]);
  const [azamat, serik, dinara] = await Promise.all(
    (['applicant-azamat', 'officer-serik', 'operator-dinara'] as const).map((slug) => actor(platform, slug)),
  );
  [author, officer] = [azamat!, serik!];
  ids = { ru: await filed(author), kk: await filed(author) };
  counter = await filed(dinara!, { channel: 'con', visitor });
  citizens = { kk: await enterAs('kk', 320), ru: await enterAs('ru', 1280) };
  operator = await sit(browser, platform, { slug: 'operator-dinara', language: 'ru', width: 1280, path: '/app/filed' });
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

inBrowser(named('a request that is not decided yet'), () => {
  it.each(languages)(
    'is taken back on its page, after an explanation, under words in both languages (%s)',
    async (language) => {
      const { page } = citizens[language];
      await page.goto(`${platform.url}/app/requests/${ids[language]}`);
      const button = (text: string) => page.locator('button', { hasText: text });
      await button(texts.open[language]).click();
      await page.locator('#withdraw h3:focus').waitFor();
      await page.getByText(texts.second[language]).waitFor();
      await isWell(citizens[language]);
      await button(texts.stay[language]).click();
      await page.locator('button:focus', { hasText: texts.open[language] }).waitFor();
      await button(texts.open[language]).click();
      await button(texts.goOn[language]).click();
      await page.locator('.both [lang=ru]', { hasText: 'без рассмотрения' }).waitFor();
      await page.locator('.ways').waitFor();
      await isWell(citizens[language]);
      await bringKey(page, platform, 'applicant-azamat', 'gostKeyFile');
      await page.locator('.way .buttons .button', { hasText: texts.sign[language] }).click();
      await page.locator('h2:focus', { hasText: withdrawnTexts.title[language] }).waitFor();
      await page.locator('.meta .tag', { hasText: stateWords['taken-back'][language] }).waitFor();
      await page.locator('button', { hasText: withdrawnTexts.paper[language] }).waitFor();
      await page
        .locator('.rows h3', { hasText: noticeTexts['request-taken-back'].subject[language] })
        .first()
        .waitFor();
      expect(await button(texts.open[language]).count()).toBe(0);
      await isWell(citizens[language]);
    },
  );

  it('is among the finished ones of the cabinet', async () => {
    const { page } = citizens.ru;
    await page.goto(`${platform.url}/app/requests?list=finished`);
    await page.locator('.tag', { hasText: stateWords['taken-back'].ru }).first().waitFor();
    await isWell(citizens.ru);
  });

  it('is refused in words where somebody has decided meanwhile', async () => {
    const id = await filed(author);
    const { page } = citizens.ru;
    await page.goto(`${platform.url}/app/requests/${id}`);
    await page.locator('button', { hasText: texts.open.ru }).click();
    await page.locator('button', { hasText: texts.goOn.ru }).click();
    await page.locator('.ways').waitFor();
    while ((await doWork(officer, id)) !== 'decide');
    await bringKey(page, platform, 'applicant-azamat', 'gostKeyFile');
    await page.locator('.way .buttons .button').click();
    await page.locator('.notice.error').waitFor();
    await isWell(citizens.ru);
  });

  it('that a counter filed is taken back there, from the list of what it filed', async () => {
    const { page } = operator;
    const { client } = await actor(platform, 'operator-dinara');
    const { number } = await client.get<{ number: string }>(`/requests/${counter}`);
    await page.locator('a', { hasText: number }).click();
    await page.locator('button', { hasText: texts.open.ru }).click();
    await isWell(operator);
    await page.locator('button', { hasText: texts.goOn.ru }).click();
    await page.locator('.ways').waitFor();
    await bringKey(page, platform, 'operator-dinara', 'keyFile');
    await page.locator('.way .buttons .button', { hasText: texts.sign.ru }).click();
    await page.locator('h2:focus', { hasText: withdrawnTexts.title.ru }).waitFor();
    await isWell(operator);
  });
});
