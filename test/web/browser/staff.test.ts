import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { demoIin } from '../../../lib/local/demo/demo-number.ts';
import { actor, certificate, draftOf, submit, workOf } from '../../flows/scene.ts';
import { RunningPlatform } from '../../flows/running-platform.ts';
import { demoScan } from '../../../lib/local/story/demo-scan.ts';
import { awaitPrint, bringKey, choose, countPrints, enter, fillIn, focused, sign, tabTo } from './desk.ts';
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
  const draft = await draftOf(citizen, certificate('south-kazakhstan-employment-shymkent'));
  await submit(citizen, draft);
  await workOf(officer, draft.id);
});
afterAll(async () => {
  await browser?.close();
  await platform.remove();
});

/** A browser of their own, and what must hold in every state of their pages. */
function workplace(language: 'kk' | 'ru', width: number) {
  const here: { context?: BrowserContext; page?: Page; complaints?: readonly string[] } = {};
  beforeAll(async () => {
    Object.assign(here, await visit(browser, { language, width }));
    await countPrints(here.page!);
  });
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

inBrowser(named('an officer, in Russian on 1280 pixels, with a key of RSA'), () => {
  const { page: at, isWell, complaints } = workplace('ru', 1280);
  let number = '';

  it('finds the queue after signing in, and claims the first work with the Enter key', async () => {
    const page = at();
    await enter(page, platform, 'officer-serik', '/app/work');
    await page.locator('.queue').waitFor();
    await page.locator('.keys').waitFor();
    await isWell();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.locator('#task .buttons .button').waitFor();
    number = await page.locator('h1').innerText();
    await page.locator('iframe.sheet').waitFor();
    await isWell();
  });

  it('accepts the work, sees what the decision lacks, and decides', async () => {
    const page = at();
    await page.locator('#task .buttons .button').click();
    await page.locator('#task form .buttons .button').click();
    await page.locator('.summary').waitFor();
    await isWell();
    await fillIn(page, '#task form');
    await page.locator('#task form .buttons .button').click();
    await page.locator('.ways').waitFor();
    await isWell();
  });

  it('reads and signs the document, and the work leaves the queue', async () => {
    const page = at();
    await sign(page, platform, 'officer-serik', 'keyFile');
    await page.locator('h1', { hasText: number }).waitFor({ state: 'detached' });
    await page.goto(`${platform.url}/app/work`);
    await page.locator('.queue, .nothing').first().waitFor();
    expect(await page.locator('.queue', { hasText: number }).count()).toBe(0);
  });

  it('has no errors and no violations of the content security policy', () => {
    expect(complaints()).toEqual([]);
  });
});

inBrowser(named('an operator, in Kazakh on 390 pixels, with a key of GOST, by the keyboard alone'), () => {
  const { page: at, isWell, complaints } = workplace('kk', 390);

  it('sees at once that an IIN is wrong, and goes from the IIN to the form', async () => {
    const page = at();
    await enter(page, platform, 'operator-dinara', '/app/counter');
    await page.locator('#iin').waitFor();
    expect(await focused(page)).toBe('iin');
    await page.keyboard.type('800101');
    await page.keyboard.press('Enter');
    await page.locator('.summary').waitFor();
    await isWell();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('iin');
    await page.keyboard.press('Control+A');
    await page.keyboard.type(demoIin('1980-01-01', 'female', 40));
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('fullName');
    await page.keyboard.type('Демо Келуші');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('service');
    await choose(page, '#service', 'south-kazakhstan-unemployed-certificate');
    await page.locator('#office').waitFor();
    await tabTo(page, '#office');
    await choose(page, '#office', 'south-kazakhstan-employment-shymkent');
  });

  it('types the answers, adds a scan, and shows everything to the visitor', async () => {
    const page = at();
    for (const [field, answer] of [
      ['#postalCode', '160000'],
      ['#phone', '87252530000'],
      ['#sik', '0000000000000000'],
    ] as const) {
      await tabTo(page, field);
      await page.keyboard.type(answer);
    }
    await page.setInputFiles('.drop input[type=file]', {
      ...{ name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await demoScan()) },
    });
    await page.locator('.papers .tag .icon').waitFor();
    await page.keyboard.press('F8');
    await page.locator('dialog[open]').waitFor();
    expect(await page.locator('dialog[open]').innerText()).toContain('scan.pdf');
    await isWell();
    await page.keyboard.press('Enter');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
  });

  it('signs with F9; the receipt is printed, and the focus returns to the IIN', async () => {
    const page = at();
    await bringKey(page, platform, 'operator-dinara', 'gostKeyFile');
    await page.keyboard.press('F9');
    await page.locator('.content > .notice.success').waitFor();
    await awaitPrint(page);
    expect([await focused(page), await page.inputValue('#iin')]).toEqual(['iin', '']);
    expect(await page.locator('.receipt').textContent()).toContain('Демо Келуші');
    await isWell();
  });

  it('has no errors and no violations of the content security policy', () => {
    expect(complaints()).toEqual([]);
  });
});

inBrowser(named('an administrator, in Russian on 390 pixels'), () => {
  const { page: at, isWell, complaints } = workplace('ru', 390);

  it('sees what is missing, and offers a post', async () => {
    const page = at();
    await enter(page, platform, 'administrator-madina', '/app/staff');
    await page.locator('.queue').waitFor();
    await isWell();
    await page.locator('details > summary').click();
    await page.locator('#position').waitFor();
    await page.locator('form .buttons .button').click();
    await page.locator('.summary').waitFor();
    await isWell();
    await page.fill('#iin', demoIin('1985-05-05', 'male', 42));
    await page.fill('#fullName', 'Демо Қызметкер');
    await page.fill('#position', 'главный специалист');
    await page.selectOption('#role', 'mio-officer');
    await page.fill('#words', 'Шымкент');
    await page.locator('#office option[value=south-kazakhstan-employment-shymkent]').waitFor({ state: 'attached' });
    await page.selectOption('#office', 'south-kazakhstan-employment-shymkent');
    await page.locator('form .buttons .button').click();
    await page.locator('.notice.success').waitFor();
    await isWell();
  });

  it('has no errors and no violations of the content security policy', () => {
    expect(complaints()).toEqual([]);
  });
});
