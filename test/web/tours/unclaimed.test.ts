import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { demoIin } from '../../../lib/local/demo/demo-number.ts';
import { handOverTexts } from '../../../web/texts/hand-over.ts';
import { lineTexts, queueTexts } from '../../../web/texts/queue.ts';
import { dueAt } from '../../flows/queue-scene.ts';
import { RunningPlatform } from '../../flows/running-platform.ts';
import { actor, certificate, doWork, draftOf, submit, workOf } from '../../flows/scene.ts';
import { hasBrowser, openBrowser } from '../browser/open-browser.ts';
import { sit, type Seat } from './staff-cast.ts';

const inBrowser = hasBrowser ? describe : describe.skip;
const named = (title: string) => (hasBrowser ? title : `${title} (skipped: no browser)`);

const platform = new RunningPlatform();
let browser: Browser;
let seat: Seat;
let id: string;
beforeAll(async () => {
  if (!hasBrowser) return;
  [browser] = await Promise.all([openBrowser(), platform.start()]);
  const [operator, officer] = [await actor(platform, 'operator-dinara'), await actor(platform, 'officer-serik')];
  const visitor = { iin: demoIin('1980-01-01', 'female', 45), fullName: 'Демо Келуші' };
  const office = officer.person.office ?? '';
  ({ id } = await draftOf(operator, { ...certificate(office), channel: 'con', visitor }));
  await submit(operator, { id, attachment: '' });
  for (const task of ['accept', 'decide', 'sign']) {
    while ((await workOf(officer, id)).task !== task);
    await doWork(officer, id);
  }
  while ((await workOf(operator, id)).task !== 'hand-over');
  await dueAt(platform, id, new Date(Date.now() - 3_600_000));
  seat = await sit(browser, platform, { slug: 'operator-dinara', language: 'ru', width: 390, path: '/app/hand-over' });
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await platform.remove();
});

inBrowser(named('a result that nobody has collected in time'), () => {
  it('is in a list of its own, is put away, and whoever looks for it finds where', async () => {
    const { page, barriers } = seat;
    await page.locator('.tabs a', { hasText: queueTexts.unclaimed.ru }).click();
    await page.locator('.queue tbody tr .act .button').first().click();
    await page.locator('#task summary', { hasText: handOverTexts.unclaimed.ru }).click();
    expect(await barriers()).toEqual([]);
    await page.fill('#place', 'Сейф № 2, папка «Ноябрь»');
    await page.locator('#task details .buttons .button').click();
    await page.getByText(lineTexts.stored.ru.replace('{place}', 'Сейф № 2, папка «Ноябрь»')).waitFor();
    expect(await barriers()).toEqual([]);
    await page.goto(`${platform.url}/app/work/${id}`);
    await page.locator('#task .notice', { hasText: 'Сейф № 2' }).waitFor();
    expect(await barriers()).toEqual([]);
    expect(seat.complaints).toEqual([]);
  });
});
