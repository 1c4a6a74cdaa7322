import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { lineTexts } from '../../../web/texts/queue.ts';
import { deskTexts } from '../../../web/texts/desk.ts';
import { RunningPlatform } from '../../flows/running-platform.ts';
import { actor, doWork, draftOf, submit, workOf } from '../../flows/scene.ts';
import { hasBrowser, openBrowser } from '../browser/open-browser.ts';
import { findFaults, nameOf, settle } from './look.ts';
import { employ, sit, type Seat } from './staff-cast.ts';

const inBrowser = hasBrowser ? describe : describe.skip;
const named = (title: string) => (hasBrowser ? title : `${title} (skipped: no browser)`);

/** Its term may be extended. */
const service = 'south-kazakhstan-archival-certificate';
const platform = new RunningPlatform();
let browser: Browser;
let officer: Seat;
let head: Seat;
let id: string;
beforeAll(async () => {
  if (!hasBrowser) return;
  [browser] = await Promise.all([openBrowser(), platform.start()]);
  const card = (await (await fetch(`${platform.url}/services/${service}`)).json()) as { offices: { code: string }[] };
  const office = card.offices[0]!.code;
  const [slug, headSlug] = [await employ(platform, 'mio-officer', office), await employ(platform, 'mio-head', office)];
  const [citizen, worker] = [await actor(platform, 'applicant-azamat'), await actor(platform, slug)];
  ({ id } = await draftOf(citizen, { service, channel: 'portal', office }));
  await submit(citizen, { id, attachment: '' });
  while (!('extendable' in (await workOf(worker, id)))) await doWork(worker, id);
  officer = await sit(browser, platform, { slug, language: 'ru', width: 1280 });
  head = await sit(browser, platform, { slug: headSlug, language: 'kk', width: 390 });
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await platform.remove();
});

const isWell = async ({ context, page }: Seat) => {
  await settle(page);
  expect(await findFaults(context, page, false)).toEqual([]);
};
const open = async ({ page }: Seat) => {
  await page.goto(`${platform.url}/app/work/${id}`);
  await page.locator('#task').waitFor();
};

inBrowser(named('a piece of work'), () => {
  it('is taken, and has a longer term where the regulation gives one', async () => {
    const { page } = officer;
    await open(officer);
    await page.locator('#task .button', { hasText: lineTexts.take.ru }).click();
    const extend = page.locator('.clock .button', { hasText: deskTexts.extend.ru });
    await extend.waitFor();
    await isWell(officer);
    const before = await page.locator('.clock .time').innerText();
    await extend.click();
    await page.getByText(deskTexts.chooseWhy.ru).waitFor();
    await isWell(officer);
    await page.locator('#extension').selectOption({ index: 1 });
    await extend.click();
    await page.locator('#extension').waitFor({ state: 'detached' });
    expect(await page.locator('.clock .time').innerText()).not.toBe(before);
    await isWell(officer);
  });

  it('is put back into the queue', async () => {
    const { page } = officer;
    await page.locator('.head-acts .button', { hasText: deskTexts.release.ru }).click();
    await page.waitForURL('**/app/work');
    const line = page.locator('.queue tbody tr').first();
    await line.getByText(lineTexts.nobody.ru).waitFor();
    await line.locator('.act .button').click();
    await page.waitForURL(`**/app/work/${id}`);
    await page.locator('.head-acts .button').waitFor();
  });

  it('that a colleague has is taken over by the head, who sees whose it is', async () => {
    const { page } = head;
    await open(head);
    await page.locator('#task .button', { hasText: lineTexts.takeOver.kk }).waitFor();
    expect(await page.locator('#task').innerText()).toMatch(/Демо|ДЕМО/);
    await isWell(head);
    await page.locator('#task .button').click();
    await page.locator('#task form').waitFor();
    await isWell(head);
  });

  it('that was taken over is no longer the officer’s, who is told so and may read it anew', async () => {
    const { page } = officer;
    await page.locator('.head-acts .button', { hasText: deskTexts.release.ru }).click();
    const again = page.getByRole('button', { name: deskTexts.readAgain.ru });
    await again.waitFor();
    await isWell(officer);
    await again.click();
    await page.locator('#task a.button').waitFor();
    expect(await page.locator('.head-acts').count()).toBe(0);
    await isWell(officer);
  });

  it('is left and come back to by Back and Forward, with the focus on the title each time', async () => {
    const { page } = officer;
    const here = async () => {
      await settle(page);
      const { title, headings, focus } = await nameOf(page);
      return [new URL(page.url()).pathname, title === `${headings[0]} — e-akimat`, focus];
    };
    await page.locator('#task a.button').click();
    await page.waitForURL('**/app/work');
    expect(await here()).toEqual(['/app/work', true, 'h1']);
    await page.goBack();
    await page.locator('#task').waitFor();
    expect(await here()).toEqual([`/app/work/${id}`, true, 'h1']);
    await page.goForward();
    await page.locator('.queue').waitFor();
    expect(await here()).toEqual(['/app/work', true, 'h1']);
  });

  it('and nobody has met an error or a breach of the policy', () => {
    expect([officer.complaints, head.complaints]).toEqual([[], []]);
  });
});
