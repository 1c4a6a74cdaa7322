import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { demoIin } from '../../../lib/local/demo/demo-number.ts';
import { endedTexts } from '../../../web/texts/ended-work.ts';
import { faults } from '../../../web/texts/faults.ts';
import { journalTexts } from '../../../web/texts/journal.ts';
import { lineTexts, queueTexts } from '../../../web/texts/queue.ts';
import { filedAt, ownTexts } from '../../../web/texts/requests.ts';
import { searchTexts } from '../../../web/texts/search.ts';
import { sweepAt } from '../../flows/queue-scene.ts';
import { RunningPlatform } from '../../flows/running-platform.ts';
import { actor, certificate, doWork, draftOf, submit, workOf } from '../../flows/scene.ts';
import { findBarriers, hasBrowser, openBrowser, sideways, visit } from '../browser/open-browser.ts';
import { signIn, sit } from './staff-cast.ts';

const inBrowser = hasBrowser ? describe : describe.skip;
const named = (title: string) => (hasBrowser ? title : `${title} (skipped: no browser)`);

const OFFICE = 'south-kazakhstan-employment-shymkent';
const visitor = { iin: demoIin('1980-01-01', 'female', 46), fullName: 'Демо Іздеуші' };
const ways = [
  { language: 'ru', width: 1280 },
  { language: 'kk', width: 390 },
] as const;

const platform = new RunningPlatform();
let browser: Browser;
/** Numbers in the order of their due times; the last one was filed at a counter. */
const numbers: string[] = [];
let ended: { id: string; number: string };
beforeAll(async () => {
  if (!hasBrowser) return;
  [browser] = await Promise.all([openBrowser(), platform.start(0, '--unthrottled')]);
  const [citizen, officer] = [await actor(platform, 'applicant-azamat'), await actor(platform, 'officer-serik')];
  const operator = await actor(platform, 'operator-dinara');
  const file = async (author: typeof citizen, application: Parameters<typeof draftOf>[1]) => {
    const draft = await draftOf(author, application);
    await submit(author, draft);
    await workOf(officer, draft.id);
    const { number } = await author.client.get<{ number: string }>(`/requests/${draft.id}`);
    return { id: draft.id, number };
  };
  ended = await file(citizen, certificate(OFFICE));
  for (const task of ['accept', 'decide', 'sign']) {
    while ((await workOf(officer, ended.id)).task !== task);
    await doWork(officer, ended.id);
  }
  numbers.push((await file(citizen, certificate(OFFICE))).number, (await file(citizen, certificate(OFFICE))).number);
  numbers.push((await file(operator, { ...certificate(OFFICE), channel: 'con', visitor })).number);
  for (let state = ''; state !== 'issued';)
    ({ state } = await citizen.client.get<{ state: string }>(`/requests/${ended.id}`));
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await platform.remove();
});

/** Numbers of the lines that are shown, once there are so many. */
async function linesOf(page: Page, count: number): Promise<readonly string[]> {
  const rows = page.locator('.queue tbody tr');
  while ((await rows.count()) !== count) await wait(50);
  return page.locator('.queue tbody a.nowrap').allInnerTexts();
}

inBrowser(named('the queue'), () => {
  it.each(ways)(
    'is narrowed and sorted by the API, and the address keeps it, in $language on $width pixels',
    async ({ language, width }) => {
      const { page, barriers, complaints, context } = await sit(browser, platform, {
        ...{ slug: 'officer-serik', language, width },
      });
      const asked: string[] = [];
      page.on('request', (request) => {
        const { pathname, search } = new URL(request.url());
        if (pathname === '/work' || pathname === '/work-counts') asked.push(pathname + search);
      });
      expect(await linesOf(page, 3)).toEqual(numbers);
      await page.locator('.tabs a', { hasText: /3$/ }).first().waitFor();
      expect(await page.locator('.tabs').innerText()).toMatch(/ 3\s.* 0\s.* 3\s.* 0\s/s);
      expect(await barriers()).toEqual([]);

      await page.selectOption('#of-channel', 'con');
      expect(await linesOf(page, 1)).toEqual(numbers.slice(2));
      expect(page.url()).toBe(`${platform.url}/app/work?channel=con`);
      expect(asked).toContain('/work?limit=25&channel=con');
      await page.reload();
      expect(await linesOf(page, 1)).toEqual(numbers.slice(2));
      expect(await page.inputValue('#of-channel')).toBe('con');
      await page.locator('.filters .button', { hasText: lineTexts.clear[language] }).click();
      expect(await linesOf(page, 3)).toEqual(numbers);

      if (width > 760) {
        const head = page.locator('.queue th[aria-sort]');
        expect(await head.getAttribute('aria-sort')).toBe('ascending');
        await head.locator('a').click();
        await page.locator('th[aria-sort=descending]').waitFor();
      } else await page.selectOption('#sort', '-due');
      await page.waitForURL('**/app/work?sort=-due');
      while ((await linesOf(page, 3))[0] !== numbers[2]) await wait(50);
      expect(await linesOf(page, 3)).toEqual(numbers.toReversed());

      await page.fill('#find', 'іздеуші');
      expect(await linesOf(page, 1)).toEqual(numbers.slice(2));
      expect(page.url()).not.toContain(encodeURIComponent('іздеуші'));
      await page.fill('#find', 'нет такого');
      await page.locator('.nothing', { hasText: lineTexts.notShown[language] }).waitFor();
      expect(await barriers()).toEqual([]);
      await page.fill('#find', '');
      await page.locator('.tabs a', { hasText: queueTexts.mine[language] }).click();
      await page.locator('.nothing', { hasText: queueTexts.noneHere[language] }).waitFor();
      expect(page.url()).toBe(`${platform.url}/app/work?sort=-due&list=mine`);
      expect(complaints).toEqual([]);
      await context.close();
    },
  );

  it('asks for the counts alone while nothing changes and somebody looks', async () => {
    const { page, context } = await sit(browser, platform, { slug: 'officer-serik', language: 'ru', width: 1280 });
    await linesOf(page, 3);
    await page.waitForLoadState('networkidle');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await page.waitForResponse('**/work-counts');
    await page.waitForLoadState('networkidle');
    expect(asked).toEqual(['/work-counts']);
    await context.close();
  });
});

inBrowser(named('the search'), () => {
  it.each(ways)(
    'finds by number, IIN and name, and says what is wrong, in $language on $width pixels',
    async ({ language, width }) => {
      const { page, barriers, complaints, context } = await sit(browser, platform, {
        ...{ slug: 'officer-serik', language, width, path: '/app/search' },
      });
      await page.locator('#number').waitFor();
      await page.locator('form .button').click();
      await page.locator('.summary', { hasText: faults.required[language].toLowerCase() }).waitFor();
      expect(await barriers()).toEqual([]);
      await page.fill('#number', numbers[2]!.toLowerCase().replaceAll('-', ' – '));
      await page.keyboard.press('Enter');
      expect(await linesOf(page, 1)).toEqual(numbers.slice(2));
      expect(await barriers()).toEqual([]);
      await page.fill('#number', 'SK-UC-2026-999999');
      await page.keyboard.press('Enter');
      await page.locator('.nothing', { hasText: searchTexts.none[language] }).waitFor();

      await page.selectOption('#way', 'iin');
      await page.fill('#iin', '800101');
      await page.keyboard.press('Enter');
      await page.locator('#iin-fault').waitFor();
      await page.fill('#iin', visitor.iin);
      await page.keyboard.press('Enter');
      expect(await linesOf(page, 1)).toEqual(numbers.slice(2));

      await page.selectOption('#way', 'name');
      await page.fill('#name', 'Іздеуші');
      await page.keyboard.press('Enter');
      expect(await linesOf(page, 1)).toEqual(numbers.slice(2));
      await page.fill('#until', '2020-01-01');
      await page.locator('form .button').click();
      await page.locator('.nothing').waitFor();
      await page.fill('#until', '');
      await page.locator('form .button').click();
      await linesOf(page, 1);
      expect(page.url()).toBe(`${platform.url}/app/search`);

      // Whoever comes back from the request finds what was found.
      await page.locator('.queue a.nowrap').click();
      await page.locator('h1', { hasText: numbers[2]! }).waitFor();
      await page.locator('.halves .lines', { hasText: visitor.fullName }).waitFor();
      expect(await barriers()).toEqual([]);
      await page.goBack();
      expect(await linesOf(page, 1)).toEqual(numbers.slice(2));
      expect(await page.inputValue('#name')).toBe('Іздеуші');
      expect(complaints).toEqual([]);
      await context.close();
    },
  );

  it('is for the auditor of every office; a request is read with its reports and its journal, his own look too', async () => {
    const { page, barriers, complaints } = await sit(browser, platform, {
      ...{ slug: 'auditor-askhat', language: 'ru', width: 1280, path: '/app/search' },
    });
    await page.selectOption('#way', 'name');
    await page.fill('#name', 'Іздеуші');
    await page.keyboard.press('Enter');
    await page.locator('.summary', { hasText: /учреждение/i }).waitFor();
    expect(await barriers()).toEqual([]);
    await page.fill('#words', 'Шымкент');
    await page.locator(`#office option[value=${OFFICE}]`).waitFor({ state: 'attached' });
    await page.selectOption('#office', OFFICE);
    await page.locator('form .button').click();
    expect(await linesOf(page, 1)).toEqual(numbers.slice(2));
    await page.selectOption('#way', 'number');
    await page.fill('#number', ended.number);
    await page.keyboard.press('Enter');
    await page.locator('.queue a.nowrap', { hasText: ended.number }).click();
    await page.locator('h1', { hasText: ended.number }).waitFor();
    for (const summary of await page.locator('.content summary').all()) await summary.click();
    await page.locator('.halves pre').first().waitFor();
    await page.locator('.queue tbody tr').first().waitFor();
    // Nothing here changes anything.
    expect(await page.locator('.staff .content .button:not(.second), .staff .content form').count()).toBe(0);
    expect(await page.locator('.queue').innerText()).toContain('Асхат');
    expect(await barriers()).toEqual([]);
    await page.goto(`${platform.url}/app/journal`);
    await page.locator('.queue tbody tr', { hasText: 'POST /request-search' }).first().waitFor();
    await page.getByRole('button', { name: journalTexts.check.ru }).click();
    await page.locator('section.card [role=status] p').first().waitFor();
    expect(complaints).toEqual([]);
  });
});

inBrowser(named('finished work'), () => {
  it.each(ways)(
    'is listed by period, service, outcome and lateness, in $language on $width pixels',
    async ({ language, width }) => {
      const { page, barriers, complaints, context } = await sit(browser, platform, {
        ...{ slug: 'head-bakyt', language, width, path: '/app/ended' },
      });
      expect(await linesOf(page, 1)).toEqual([ended.number]);
      expect(await page.locator('.queue tbody').innerText()).toContain(endedTexts.approved[language]);
      expect(await barriers()).toEqual([]);
      await page.selectOption('#outcome', 'refused');
      await page.locator('.nothing', { hasText: endedTexts.noneHere[language] }).waitFor();
      expect(page.url()).toBe(`${platform.url}/app/ended?outcome=refused`);
      expect(await barriers()).toEqual([]);
      await page.selectOption('#outcome', 'approved');
      expect(await linesOf(page, 1)).toEqual([ended.number]);
      await page.selectOption('#late', 'true');
      await page.locator('.nothing').waitFor();
      await page.locator('.filters .button').click();
      await page.fill('#until', '2020-01-01');
      await page.locator('.nothing').waitFor();
      await page.fill('#until', '');
      await page.selectOption('#service', 'south-kazakhstan-unemployed-certificate');
      expect(await linesOf(page, 1)).toEqual([ended.number]);
      expect(complaints).toEqual([]);
      await context.close();
    },
  );
});

inBrowser(named('the citizen’s own list'), () => {
  beforeAll(async () => {
    if (!hasBrowser) return;
    const [operator, { iin, name }] = [await actor(platform, 'operator-dinara'), platform.person('applicant-azamat')];
    const draft = await draftOf(operator, {
      ...{ ...certificate(OFFICE), channel: 'con' },
      visitor: { iin, fullName: name },
    });
    await submit(operator, draft);
    await workOf(await actor(platform, 'officer-serik'), draft.id);
    await sweepAt(platform, new Date());
  });

  it.each(ways)(
    'has what was filed at a counter, and finds by number, service and time, in $language on $width pixels',
    async ({ language, width }) => {
      const { page, context, complaints } = await visit(browser, { language, width });
      await signIn(page, platform, 'applicant-azamat');
      await page.goto(`${platform.url}/app/requests`);
      const lines = page.locator('.rows > li');
      while ((await lines.count()) !== 3) await wait(50);
      expect(await page.locator('.rows').innerText()).toContain(filedAt.con[language]);
      await page.locator('.tabs + details summary').click();
      expect(await findBarriers(context, page)).toEqual([]);
      expect(await sideways(page)).toBe(0);
      await page.fill('#number', ended.number.toLowerCase().replaceAll('-', ' '));
      await page.keyboard.press('Enter');
      await page.locator('.rows > li', { hasText: ended.number }).waitFor();
      expect(await lines.count()).toBe(1);
      expect(await findBarriers(context, page)).toEqual([]);
      // Of another person.
      await page.fill('#number', numbers[2]!);
      await page.keyboard.press('Enter');
      await page.getByText(ownTexts.noneFound[language]).waitFor();
      await page.locator('form .button.second').click();
      while ((await lines.count()) !== 3) await wait(50);
      await page.locator('.tabs + details summary').click();
      await page.selectOption('#service', 'south-kazakhstan-preschool-queue');
      await page.locator('form button.button').click();
      await page.getByText(ownTexts.noneFound[language]).waitFor();
      expect(await page.locator('.tabs').innerText()).toMatch(/ 0\s.* 0\s.* 0/s);
      expect(complaints).toEqual([]);
      await context.close();
    },
  );
});
