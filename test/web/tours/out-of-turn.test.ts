import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { groundWords } from '../../../lib/domain/request/queue/ground-words.ts';
import { ownTexts } from '../../../web/texts/people.ts';
import { placesTexts } from '../../../web/texts/places.ts';
import { register, type Queued } from '../../flows/queue-scene.ts';
import { RunningPlatform } from '../../flows/running-platform.ts';
import { actor } from '../../flows/scene.ts';
import { sign } from '../browser/desk.ts';
import { hasBrowser, openBrowser } from '../browser/open-browser.ts';
import { findFaults, settle } from './look.ts';
import { sit, type Seat } from './staff-cast.ts';

const inBrowser = hasBrowser ? describe : describe.skip;
const named = (title: string) => (hasBrowser ? title : `${title} (skipped: no browser)`);

const platform = new RunningPlatform();
let browser: Browser;
let second: Queued;
let officer: Seat;
let head: Seat;
beforeAll(async () => {
  if (!hasBrowser) return;
  [browser] = await Promise.all([openBrowser(), platform.start()]);
  await register(platform, 'portal');
  second = await register(platform, 'portal');
  officer = await sit(browser, platform, { slug: 'officer-zhanar', language: 'ru', width: 390, path: '/app/places' });
  head = await sit(browser, platform, { slug: 'head-aliya', language: 'kk', width: 1280, path: '/app/acts' });
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await platform.remove();
});

const isWell = async ({ context, page }: Seat) => {
  await settle(page);
  expect(await findFaults(context, page, false)).toEqual([]);
};
/** Fills in a place past the first who waits, and the ground that the page then asks for. */
async function proposeIn({ page }: Seat, organisation: string) {
  await page.goto(`${platform.url}/app/places`);
  const line = page.locator('.rows > li').nth(1);
  await line.locator('button').click();
  await page.fill('#organisation', organisation);
  for (const [index, part] of ['11', '01', '2027'].entries()) await page.locator('.dates input').nth(index).fill(part);
  await page.locator('form .buttons .button').click();
  await page.locator('#ground').waitFor();
  await isWell(officer);
  await page.selectOption('#ground', 'court');
  await page.locator('form .button', { hasText: placesTexts.propose.ru }).click();
  await page.locator('.notice.success', { hasText: placesTexts.proposed.ru }).waitFor();
  await line.getByText(groundWords.court.ru).waitFor();
  expect(await line.locator('button').count()).toBe(0);
}
const offersOf = async ({ author, id }: Queued) =>
  (await author.client.get<{ offers: { state: string }[] }>(`/requests/${id}/queue`)).offers.map(({ state }) => state);

inBrowser(named('a place past others who wait longer'), () => {
  it('is proposed by an officer, on a ground of the list', async () => {
    await proposeIn(officer, 'Балбөбек № 3 (демо)');
    await isWell(officer);
    expect(await offersOf(second)).toEqual([]);
  });

  it('is found by the head among the acts out of the ordinary, and declined', async () => {
    const { page } = head;
    await page.goto(`${platform.url}/app/acts`);
    await page.locator('.rows button', { hasText: placesTexts.look.kk }).first().click();
    await page.getByText('Балбөбек № 3 (демо)').waitFor();
    await page.getByText(groundWords.court.kk).waitFor();
    await isWell(head);
    await page.locator('.buttons .second', { hasText: placesTexts.decline.kk }).click();
    await page.locator('.notice.success', { hasText: placesTexts.declined.kk }).waitFor();
    await isWell(head);
    expect(await offersOf(second)).toEqual([]);
  });

  it('is proposed anew, and approved by the head in the queue: it is offered', async () => {
    await proposeIn(officer, 'Балбөбек № 4 (демо)');
    const { page } = head;
    await page.goto(`${platform.url}/app/places`);
    await page.getByText('Балбөбек № 4 (демо)').waitFor();
    await isWell(head);
    await page.locator('.rows .button', { hasText: placesTexts.approve.kk }).first().click();
    await page.locator('.notice.success', { hasText: placesTexts.approved.kk }).waitFor();
    await isWell(head);
    expect(await offersOf(second)).toEqual(['open']);
    await page.goto(`${platform.url}/app/acts`);
    const line = page.locator('.rows > li').first();
    for (const name of ['Әлия', 'Жанар']) await line.getByText(name).first().waitFor();
    await isWell(head);
  });
});

inBrowser(named('a post that is offered'), () => {
  it('is accepted by its holder with the key of the office', async () => {
    const madina = await actor(platform, 'administrator-madina');
    const gulnar = platform.person('officer-gulnar');
    const { staff } = await madina.client.get<{ staff: { account: string; fullName: string }[] }>('/staff?limit=100');
    const { account } = staff.find(({ fullName }) => fullName === gulnar.name)!;
    const { role, office } = gulnar;
    await madina.client.send('PUT', `/staff/${account}`, { act: 'move', role, office, position: 'главный специалист' });
    const seat = await sit(browser, platform, { slug: 'officer-gulnar', language: 'ru', width: 1280 });
    const { page } = seat;
    await page.goto(`${platform.url}/app/account`);
    await page.locator('#offered', { hasText: 'главный специалист' }).waitFor();
    await page.locator('.ways').waitFor();
    await isWell(seat);
    await sign(page, platform, 'officer-gulnar', 'gostKeyFile');
    await page.locator('.notice.success', { hasText: ownTexts.taken.ru }).waitFor();
    expect(seat.complaints).toEqual([]);
    const changed = await madina.client.get<{ staff: { account: string; post?: { position?: string } }[] }>(
      '/staff?limit=100',
    );
    expect(changed.staff.find((each) => each.account === account)?.post?.position).toBe('главный специалист');
  });

  it('and nobody has met an error or a breach of the policy', () => {
    expect([officer.complaints, head.complaints]).toEqual([[], []]);
  });
});
