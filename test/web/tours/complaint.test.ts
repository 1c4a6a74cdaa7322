import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { noticeTexts } from '../../../lib/domain/notice/texts.ts';
import { complaintOutcomes } from '../../../lib/domain/output/wording.ts';
import { appealTexts } from '../../../web/texts/appeal.ts';
import { complaintTexts } from '../../../web/texts/complaints.ts';
import { decisionTexts } from '../../../web/texts/decision.ts';
import { refused } from '../../flows/complaint-scene.ts';
import { RunningPlatform } from '../../flows/running-platform.ts';
import { bringKey } from '../browser/desk.ts';
import { hasBrowser, openBrowser, visit } from '../browser/open-browser.ts';
import { findFaults, settle } from './look.ts';
import { signIn, sit, type Seat } from './staff-cast.ts';

const inBrowser = hasBrowser ? describe : describe.skip;
const named = (title: string) => (hasBrowser ? title : `${title} (skipped: no browser)`);

const platform = new RunningPlatform();
let browser: Browser;
let id: string;
let head: Seat;
let above: Seat;
let citizens: Record<'kk' | 'ru', Awaited<ReturnType<typeof visit>>>;
beforeAll(async () => {
  if (!hasBrowser) return;
  [browser] = await Promise.all([openBrowser(), platform.start()]);
  ({ id } = await refused(platform, 'officer-serik'));
  const path = '/app/complaints';
  head = await sit(browser, platform, { slug: 'head-bakyt', language: 'ru', width: 1280, path });
  above = await sit(browser, platform, { slug: 'above-nurlan', language: 'kk', width: 320, path });
  const [kk, ru] = await Promise.all([enterAs('kk', 320), enterAs('ru', 1280)]);
  citizens = { kk, ru };
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
const isWell = async ({ context, page }: Pick<Seat, 'context' | 'page'>) => {
  await settle(page);
  expect(await findFaults(context, page, context === citizens.kk.context)).toEqual([]);
};
const page = (language: 'kk' | 'ru') => citizens[language].page;
const text = 'Я состою на учёте с марта: отказ не обоснован.';

inBrowser(named('a refusal'), () => {
  it.each(['kk', 'ru'] as const)('says on its page where it may be appealed (%s)', async (language) => {
    await page(language).goto(`${platform.url}/app/requests/${id}`);
    await page(language).locator('h2', { hasText: appealTexts.title[language] }).waitFor();
    const told = language === 'kk' ? 'Шағымдану тәртібін мына мекеме түсіндіреді' : 'Порядок обжалования разъясняет';
    await page(language).getByText(told).waitFor();
    await isWell(citizens[language]);
  });

  it('is complained of: what is missing is said, and leaving is possible', async () => {
    const { ru } = citizens;
    await ru.page.locator('button', { hasText: appealTexts.complain.ru }).click();
    await ru.page.locator('#complain form').waitFor();
    await ru.page.locator('#complain h3:focus').waitFor();
    await ru.page.locator('#complain form .button').click();
    await ru.page.locator('.field.wrong').first().waitFor();
    expect(await ru.page.locator('.field.wrong').count()).toBe(2);
    await isWell(ru);
    await ru.page.locator('#complain .link', { hasText: appealTexts.cancel.ru }).click();
    await ru.page.locator('#complain').waitFor({ state: 'detached' });
    await ru.page.locator('button:focus', { hasText: appealTexts.complain.ru }).waitFor();
  });

  it('by a text on a ground, signed under the words in both languages; what is typed survives a reload', async () => {
    const { kk } = citizens;
    await kk.page.locator('button', { hasText: appealTexts.complain.kk }).click();
    await kk.page.locator('#complain input[type=radio]').first().check();
    await kk.page.fill('#text', text);
    await kk.page.reload();
    await kk.page.locator('button', { hasText: appealTexts.complain.kk }).click();
    await kk.page.locator('#text').waitFor();
    expect(await kk.page.inputValue('#text')).toBe(text);
    await isWell(kk);
    await kk.page.locator('#complain form .button').click();
    await kk.page.locator('.both [lang=ru]', { hasText: 'Подаю жалобу по этому заявлению' }).waitFor();
    await kk.page.locator('.ways').waitFor();
    await isWell(kk);
    await bringKey(kk.page, platform, 'applicant-azamat', 'gostKeyFile');
    await kk.page.locator('.way .buttons .button', { hasText: appealTexts.sign.kk }).click();
    await kk.page.locator('.notice.success', { hasText: appealTexts.done.kk }).waitFor();
    await kk.page.locator('h4', { hasText: 'SK-CO-' }).waitFor();
    await kk.page.locator('.rows h3', { hasText: noticeTexts['complaint-registered'].subject.kk }).waitFor();
    await kk.page.locator('h2:focus', { hasText: appealTexts.title.kk }).waitFor();
    await isWell(kk);
  });
});

inBrowser(named('a complaint'), () => {
  it('is on the list of the head and of the akimat, with whose it is and until when', async () => {
    for (const [seat, language] of [[head, 'ru'] as const, [above, 'kk'] as const]) {
      await seat.page.goto(`${platform.url}/app/complaints`);
      await seat.page.locator('.rows > li', { hasText: 'SK-CO-' }).waitFor();
      await seat.page.getByText(complaintTexts.mine[language]).waitFor();
      await isWell(seat);
      await seat.page.goto(`${platform.url}/app/complaints?state=answered`);
      await seat.page.getByText(complaintTexts.none[language]).waitFor();
    }
  });

  it('is read beside the refusal, answered, seen as a document and signed', async () => {
    const { page: desk } = head;
    await desk.goto(`${platform.url}/app/complaints`);
    await desk.locator('.rows .button').click();
    await desk.getByText(text).waitFor();
    await desk.getByText('Отказ для проверки жалобы').waitFor();
    await isWell(head);
    await desk.locator('form .button').click();
    await desk.locator('.field.wrong').first().waitFor();
    await isWell(head);
    await desk.locator('input[type=radio]').first().check();
    await desk.fill('#text', 'Отказ отменён, заявление будет рассмотрено заново.');
    await desk.locator('form .button', { hasText: complaintTexts.prepare.ru }).click();
    await desk.locator('.viewer').waitFor();
    await desk.locator('.ways').waitFor();
    await isWell(head);
    await bringKey(desk, platform, 'head-bakyt', 'gostKeyFile');
    await desk.locator('.way .buttons .button', { hasText: decisionTexts.sign.ru }).click();
    await desk.locator('.notice.success', { hasText: complaintTexts.done.ru }).waitFor();
    await desk.getByText(complaintOutcomes.upheld.ru).waitFor();
    await isWell(head);
  });

  it('is answered on the page of whoever complained, with document and signature', async () => {
    const { ru } = citizens;
    await ru.page.reload();
    await ru.page.getByText(complaintOutcomes.upheld.ru, { exact: true }).waitFor();
    await ru.page.getByText('Отказ отменён, заявление будет рассмотрено заново.').waitFor();
    for (const name of ['document', 'signature'] as const)
      await ru.page.locator('button', { hasText: appealTexts[name].ru }).first().waitFor();
    await ru.page.locator('.rows h3', { hasText: noticeTexts['complaint-answered'].subject.ru }).waitFor();
    await isWell(ru);
  });

  it('and nobody has met an error or a breach of the policy', () => {
    expect([head, above, citizens.kk, citizens.ru].flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
