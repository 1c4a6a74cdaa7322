import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { DemoPerson } from '../../../lib/local/demo/people-file.ts';
import { openKeyFile } from '../../../lib/signing/pkcs12/open-key-file.ts';
import { actor, certificate, draftOf } from '../../flows/scene.ts';
import { RunningPlatform } from '../../flows/running-platform.ts';
import { openLayer, type Layer } from './ncalayer.ts';
import { findBarriers, hasBrowser, openBrowser, sideways, visit } from './open-browser.ts';

const inBrowser = hasBrowser ? describe : describe.skip;
const named = (title: string) => (hasBrowser ? title : `${title} (skipped: no browser)`);

const platform = new RunningPlatform();
let browser: Browser;
let layer: Layer;
let azamat: DemoPerson;
beforeAll(async () => {
  if (!hasBrowser) return;
  [layer] = await Promise.all([openLayer(), platform.start()]);
  browser = await openBrowser(...layer.args);
  azamat = platform.person('applicant-azamat');
});
afterAll(async () => {
  await browser?.close();
  await layer?.close();
  await platform.remove();
});

const signersIn = async (file: string) =>
  (await openKeyFile(readFileSync(join(platform.demoDir, file)), azamat.keyPassword)).signers;

inBrowser.each([
  { language: 'ru', width: 1280, keys: ['authKeyFile', 'keyFile'], cancelled: 'Вы закрыли окно NCALayer' },
  { language: 'kk', width: 390, keys: ['gostKeyFile', 'gostKeyFile'], cancelled: 'Сіз NCALayer терезесін жаптыңыз' },
] as const)(named('NCALayer, in $language with $keys'), ({ language, width, keys, cancelled }) => {
  let context: BrowserContext;
  let page: Page;
  let complaints: readonly string[];
  beforeAll(async () => {
    ({ context, page, complaints } = await visit(browser, { language, width }));
  });
  afterAll(() => context?.close());

  const press = () => page.locator('.way .buttons .button').click();
  const isWell = async () => {
    expect(await findBarriers(context, page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
  };

  it('signs a person in by EDS once they do not close the window', async () => {
    layer.setSigners(await signersIn(azamat[keys[0]]));
    layer.setMode('cancel');
    await page.goto(`${platform.url}/app/sign-in`);
    await page.locator('.panel button').click();
    await page.getByText('NCALayer', { exact: true }).click();
    await press();
    await page.getByRole('alert').filter({ hasText: cancelled }).waitFor();
    expect(await page.evaluate('document.activeElement?.getAttribute("role")')).toBe('alert');
    await isWell();
    layer.setMode('sign');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${platform.url}/`);
    await page.locator('.person').waitFor();
    const [asked] = layer.questions.slice(-1);
    expect(asked?.args).toMatchObject({ locale: language, signerParams: { extKeyUsageOids: [] } });
  });

  it('signs their application, which then has a number', async () => {
    const citizen = await actor(platform, 'applicant-azamat');
    const { id } = await draftOf(citizen, certificate('south-kazakhstan-employment-shymkent'));
    layer.setSigners(await signersIn(azamat[keys[1]]));
    await page.goto(`${platform.url}/app/requests/${id}/check`);
    await page.locator('.ways').waitFor();
    // The way that was used last is chosen already.
    await press();
    await page.waitForURL('**/sent');
    await page.locator('.banner strong').waitFor({ timeout: 60_000 });
    const [asked] = layer.questions.slice(-1);
    const [mail, individual] = ['1.3.6.1.5.5.7.3.4', '1.2.398.3.3.4.1.1'];
    expect(asked?.args.signerParams).toEqual({ extKeyUsageOids: [mail, individual], iin: azamat.iin });
    await isWell();
  });

  it('has no errors and no violations of the content security policy', () => {
    expect(complaints).toEqual([]);
  });
});
