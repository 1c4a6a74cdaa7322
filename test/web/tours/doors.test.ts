import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { demoIin } from '../../../lib/local/demo/demo-number.ts';
import type { DemoPerson } from '../../../lib/local/demo/people-file.ts';
import { openKeyFile } from '../../../lib/signing/pkcs12/open-key-file.ts';
import { signDetached } from '../../../lib/signing/sign-detached.ts';
import { accountTexts } from '../../../web/texts/account.ts';
import { registerTexts } from '../../../web/texts/register.ts';
import { signingProblems } from '../../../web/signing/problem.ts';
import { elsewhereWay } from '../../../web/signing/elsewhere/elsewhere-way.ts';
import type { Environment } from '../../../web/signing/environment.ts';
import { RunningPlatform } from '../../flows/running-platform.ts';
import { hasBrowser, openBrowser, visit } from '../browser/open-browser.ts';
import { findFaults } from './look.ts';

const inBrowser = hasBrowser ? describe : describe.skip;
const named = (title: string) => (hasBrowser ? title : `${title} (skipped: no browser)`);

const platform = new RunningPlatform();
let browser: Browser;
let azamat: DemoPerson;
beforeAll(async () => {
  if (!hasBrowser) return;
  [browser] = await Promise.all([openBrowser(), platform.start()]);
  azamat = platform.person('applicant-azamat');
});
afterAll(async () => {
  await browser?.close();
  await platform.remove();
});

const { title: elsewhere } = elsewhereWay({} as Environment);

inBrowser.each([
  { language: 'ru', width: 1280, touch: false, born: '1999-09-09', key: 'authKeyFile' },
  { language: 'kk', width: 360, touch: true, born: '1998-08-08', key: 'gostKeyFile' },
] as const)(named('who comes in, in $language on $width pixels'), ({ language, born, key, ...screen }) => {
  let context: BrowserContext;
  let page: Page;
  let complaints: readonly string[];
  beforeAll(async () => {
    ({ context, page, complaints } = await visit(browser, { language, ...screen }));
  });
  afterAll(() => context?.close());

  const isWell = async () => expect(await findFaults(context, page, screen.touch)).toEqual([]);
  const press = () => page.locator('form .buttons .button').click();
  const leave = async () => {
    await page.locator('.person button').click();
    await page.locator('.person a').waitFor();
  };
  const isIn = async (name: string) => {
    await page.waitForURL(`${platform.url}/`);
    await page.goto(`${platform.url}/app/account`);
    await page.locator('.facts').first().waitFor();
    expect(await page.locator('.facts').first().innerText()).toContain(name);
  };

  it('registers, after having been told what is missing and which password anybody would guess', async () => {
    const iin = demoIin(born, 'female', 50);
    await page.goto(`${platform.url}/app/register`);
    await press();
    await page.locator('.summary').waitFor();
    expect(await page.locator('.summary a').count()).toBe(3);
    await isWell();
    await page.fill('#iin', `${iin.slice(0, 6)} ${iin.slice(6)}`);
    await page.fill('#fullName', 'Демо Жаңа Келген');
    await page.fill('#password', '1234567890');
    await press();
    await page.locator('#password-fault').waitFor();
    await isWell();
    await page.fill('#password', 'көк-тау-бұлақ-47');
    await press();
    await isIn(iin);
    expect(await page.locator('.facts').first().innerText()).toContain(accountTexts.unproved[language]);
    await leave();
  });

  it('is told that somebody of that IIN is registered already', async () => {
    await page.goto(`${platform.url}/app/register`);
    await page.fill('#iin', azamat.iin);
    await page.fill('#fullName', 'Демо Тағы Бір');
    await page.fill('#password', 'көк-тау-бұлақ-48');
    await press();
    await page.locator('[role=alert]').first().waitFor();
    expect(await page.locator('h1').innerText()).toBe(registerTexts.title[language]);
    await isWell();
  });

  const choose = async (way: string) => {
    await page.goto(`${platform.url}/app/sign-in`);
    await page.locator('.panel button').click();
    await page.locator('.ways label', { hasText: way }).click();
  };

  it('comes in by a key file, when the right password is typed', async () => {
    await choose('.p12');
    await page.setInputFiles('.way input[type=file]', join(platform.demoDir, azamat[key]));
    await page.fill('#key-password', 'not the password');
    await page.locator('.way .buttons .button').click();
    const said = signingProblems['wrong-password'][language];
    await page.locator('#key-password-fault', { hasText: said }).waitFor();
    await isWell();
    await page.fill('#key-password', azamat.keyPassword);
    await page.locator('.way .buttons .button').click();
    await isIn(azamat.iin);
    await leave();
  });

  it('comes in by a signature made elsewhere, but not by what is none', async () => {
    await choose(elsewhere[language]);
    await isWell();
    const bring = (buffer: Buffer) =>
      page.setInputFiles('.way input[type=file]', { name: 'a.p7s', mimeType: 'application/pkcs7-signature', buffer });
    await page.locator('.way .link').click();
    const download = page.waitForEvent('download');
    await page.locator('.way a[download]').click();
    const bytes = readFileSync(await (await download).path());
    await bring(Buffer.from('no signature'));
    await page.locator('.way [role=alert]', { hasText: signingProblems['not-cms'][language] }).waitFor();
    await isWell();
    const { signers } = await openKeyFile(readFileSync(join(platform.demoDir, azamat[key])), azamat.keyPassword);
    await bring(Buffer.from(await signDetached(bytes, signers[0], new Date())));
    await isIn(azamat.iin);
  });

  it('has met no error and no breach of the policy', () => {
    expect(complaints).toEqual([]);
  });
});
