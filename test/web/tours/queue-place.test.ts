import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { changeWords } from '../../../lib/domain/request/queue/change-words.ts';
import { noticeTexts } from '../../../lib/domain/notice/texts.ts';
import { stateWords } from '../../../lib/domain/request/state-words.ts';
import { placesTexts } from '../../../web/texts/places.ts';
import { queuePlaceTexts } from '../../../web/texts/queue-place.ts';
import { withdrawTexts } from '../../../web/texts/withdraw.ts';
import { fill } from '../../../web/texts/text.ts';
import { register, type Queued } from '../../flows/queue-scene.ts';
import { RunningPlatform } from '../../flows/running-platform.ts';
import { bringKey, focused } from '../browser/desk.ts';
import { hasBrowser, openBrowser, visit } from '../browser/open-browser.ts';
import { findFaults, settle } from './look.ts';
import { signIn, sit, type Seat } from './staff-cast.ts';

const leaveTexts = withdrawTexts['leave-queue'];
const inBrowser = hasBrowser ? describe : describe.skip;
const named = (title: string) => (hasBrowser ? title : `${title} (skipped: no browser)`);

interface Child {
  readonly childName: string;
  readonly childIin: string;
}

const platform = new RunningPlatform();
let browser: Browser;
let second: Queued;
let child: Child;
let officer: Seat;
let citizens: Record<'kk' | 'ru', Awaited<ReturnType<typeof visit>>>;
beforeAll(async () => {
  if (!hasBrowser) return;
  [browser] = await Promise.all([openBrowser(), platform.start()]);
  await register(platform, 'portal');
  second = await register(platform, 'portal');
  ({ form: child } = await second.author.client.get<{ form: Child }>(`/requests/${second.id}`));
  officer = await sit(browser, platform, { slug: 'officer-zhanar', language: 'ru', width: 320, path: '/app/places' });
  const [kk, ru] = await Promise.all((['kk', 'ru'] as const).map((language) => enterAs(language)));
  citizens = { kk: kk!, ru: ru! };
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await platform.remove();
});

const enterAs = async (language: 'kk' | 'ru') => {
  const citizen = await visit(browser, { language, width: 320, touch: true });
  await signIn(citizen.page, platform, 'applicant-azamat');
  return citizen;
};
const isWell = async ({ context, page }: Pick<Seat, 'context' | 'page'>) => {
  await settle(page);
  expect(await findFaults(context, page, context !== officer.context)).toEqual([]);
};

inBrowser(named('a place in a queue'), () => {
  it.each(['kk', 'ru'] as const)('is shown with who stands before, without persons (%s)', async (language) => {
    const { page } = citizens[language];
    await page.goto(`${platform.url}/app/requests/${second.id}`);
    await page.getByText(fill(queuePlaceTexts.place, language, { position: 2, of: 2 })).waitFor();
    await page.locator('summary', { hasText: queuePlaceTexts.before[language] }).click();
    await page.locator('caption', { hasText: queuePlaceTexts.caption[language] }).waitFor();
    const month = new Date().toISOString().slice(0, 7).split('-').toReversed().join('.');
    expect(await page.locator('tbody tr').allInnerTexts()).toEqual([[month, 50, 1, 0, 0].join('\t')]);
    await isWell(citizens[language]);
  });

  it('is on the list of the office with the child, which may begin at any place', async () => {
    const { page } = officer;
    const line = page.locator('.rows > li', { hasText: child.childIin });
    await line.getByText(child.childName).waitFor();
    expect(await page.locator('.rows > li').count()).toBe(2);
    await isWell(officer);
    await page.goto(`${platform.url}/app/places?at=2`);
    await line.waitFor();
    expect(await page.locator('.rows > li h2').allInnerTexts()).toEqual([expect.stringMatching(/^2\. /)]);
    await isWell(officer);
    await page.fill('#at', '3');
    await page.keyboard.press('Enter');
    await page.getByText(placesTexts.beyond.ru).waitFor();
    await isWell(officer);
  });
});

inBrowser(named('taking a child out of the queue'), () => {
  it('is explained first, and may be left alone', async () => {
    const { page } = citizens.ru;
    await page.locator('button', { hasText: leaveTexts.open.ru }).click();
    await page.getByText(leaveTexts.first.ru).waitFor();
    expect(await focused(page)).toBe(leaveTexts.what.ru);
    expect(await page.locator('.ways').count()).toBe(0);
    await isWell(citizens.ru);
    await page.locator('button', { hasText: leaveTexts.stay.ru }).click();
    await page.getByText(leaveTexts.first.ru).waitFor({ state: 'detached' });
    expect(await focused(page)).toBe(leaveTexts.open.ru);
  });

  it('is confirmed, signed under the words in both languages, and ends in its own state with its notice', async () => {
    const { page } = citizens.kk;
    await page.locator('button', { hasText: leaveTexts.open.kk }).click();
    await page.locator('button', { hasText: leaveTexts.goOn.kk }).click();
    await page.locator('.both [lang=ru]', { hasText: 'Прошу снять ребёнка с очереди' }).waitFor();
    await page.locator('.ways').waitFor();
    await isWell(citizens.kk);
    await bringKey(page, platform, 'applicant-azamat', 'gostKeyFile');
    await page.locator('.way .buttons .button', { hasText: leaveTexts.sign.kk }).click();
    await page.locator('.notice.success', { hasText: queuePlaceTexts.done.kk }).waitFor();
    await page.locator('.meta .tag', { hasText: stateWords.left.kk }).waitFor();
    await page.locator('.rows h3', { hasText: noticeTexts['queue-left'].subject.kk }).waitFor();
    await page.locator('.steps strong', { hasText: changeWords.withdrawn!.kk }).first().waitFor();
    await page.getByText(queuePlaceTexts.out.kk).waitFor();
    expect(await focused(page)).toBe(queuePlaceTexts.title.kk);
    expect(await page.locator('button', { hasText: leaveTexts.open.kk }).count()).toBe(0);
    await isWell(citizens.kk);
    expect((await second.author.client.get<{ state: string }>(`/requests/${second.id}`)).state).toBe('left');
  });

  it('in another window is refused in words, for the child is out already', async () => {
    const { page } = citizens.ru;
    await page.locator('button', { hasText: leaveTexts.open.ru }).click();
    await page.locator('button', { hasText: leaveTexts.goOn.ru }).click();
    await page.locator('.ways').waitFor();
    await bringKey(page, platform, 'applicant-azamat', 'gostKeyFile');
    await page.locator('.way .buttons .button').click();
    await page.locator('.notice.error').waitFor();
    await isWell(citizens.ru);
  });

  it('and nobody has met an error or a breach of the policy', () => {
    expect([officer, citizens.kk, citizens.ru].flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
