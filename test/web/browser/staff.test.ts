import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { actor, certificate, draftOf, submit, workOf } from '../../flows/scene.ts';
import { RunningPlatform } from '../../flows/running-platform.ts';
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
  for (const _ of ['one language', 'the other']) {
    const draft = await draftOf(citizen, certificate('south-kazakhstan-employment-shymkent'));
    await submit(citizen, draft);
    await workOf(officer, draft.id);
  }
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await platform.remove();
});

inBrowser.each([
  { language: 'ru', width: 1280, key: 'keyFile' },
  { language: 'kk', width: 390, key: 'gostKeyFile' },
] as const)(named('an officer, in $language on $width pixels'), ({ language, width, key }) => {
  let context: BrowserContext;
  let page: Page;
  let complaints: readonly string[];
  let number = '';
  beforeAll(async () => {
    ({ context, page, complaints } = await visit(browser, { language, width }));
  }, 60_000);
  afterAll(() => context?.close());

  const isWell = async () => {
    expect(await findBarriers(context, page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
  };

  it('finds the queue after signing in, and opens the first work', async () => {
    const { iin, password } = platform.person('officer-serik');
    await page.goto(`${platform.url}/app/work`);
    await page.fill('#iin', iin);
    await page.fill('#password', password);
    await page.locator('form button.button').click();
    await page.locator('.queue').waitFor();
    await isWell();
    // In the second language the next work is theirs already: it opened after the first was signed.
    await page.locator('.queue .button').first().click();
    await page.locator('.halves .buttons .button').waitFor();
    number = await page.locator('h1').innerText();
    await page.locator('iframe.sheet').waitFor();
    await isWell();
  }, 120_000);

  it('accepts it, is told what the decision lacks, and decides', async () => {
    await page.locator('.halves .buttons .button').click();
    await page.locator('form .buttons .button').click();
    await page.locator('.summary').waitFor();
    await isWell();
    for (const field of await page.locator('form .field').all()) {
      if ((await field.locator('[name=outcome]').count()) > 0) continue;
      if ((await field.locator('.dates').count()) > 0)
        for (const [index, part] of ['01', '09', '2026'].entries()) await field.locator('input').nth(index).fill(part);
      else if ((await field.locator('[type=radio]').count()) > 0) await field.locator('[type=radio]').first().check();
      else await field.locator('input, textarea').fill('по месту требования');
    }
    await page.locator('form .buttons .button').click();
    await page.locator('.ways').waitFor();
    await isWell();
  }, 180_000);

  it('reads the document and signs it, and the work is gone from the queue', async () => {
    const person = platform.person('officer-serik');
    await page.getByText('.p12').first().click();
    await page.setInputFiles('.way input[type=file]', join(platform.demoDir, person[key]));
    await page.fill('#key-password', person.keyPassword);
    // Some people press slowly: what the key's check brings in the meantime moves no button away.
    await page.locator('.way .buttons .button').click({ delay: 1500 });
    await page.locator('h1', { hasText: number }).waitFor({ state: 'detached' });
    await page.goto(`${platform.url}/app/work`);
    await page.locator('.tabs').waitFor();
    await page.locator('.queue, [role=status]:not(:empty)').first().waitFor();
    expect(await page.getByText(number).count()).toBe(0);
    await isWell();
  }, 180_000);

  it('has met no error and no breach of the policy', () => {
    expect(complaints).toEqual([]);
  });
});
