import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { NcalayerMode } from '../../../lib/local/ncalayer/serve-ncalayer.ts';
import { openKeyFile } from '../../../lib/signing/pkcs12/open-key-file.ts';
import type { Signer } from '../../../lib/signing/signer-info.ts';
import { signingProblems, type SigningProblemCode } from '../../../web/signing/problem.ts';
import { actor, certificate, draftOf } from '../../flows/scene.ts';
import { RunningPlatform } from '../../flows/running-platform.ts';
import { openLayer, type Layer } from '../browser/ncalayer.ts';
import { findBarriers, hasBrowser, openBrowser, sideways, visit } from '../browser/open-browser.ts';
import { makeAuthority } from '../signing/scene.ts';

const inBrowser = hasBrowser ? describe : describe.skip;
const named = (title: string) => (hasBrowser ? title : `${title} (skipped: no browser)`);

const platform = new RunningPlatform();
let browser: Browser;
let layer: Layer;
let draft: string;
const keys: Record<string, readonly Signer[]> = {};
beforeAll(async () => {
  if (!hasBrowser) return;
  [layer] = await Promise.all([openLayer(), platform.start()]);
  browser = await openBrowser(...layer.args);
  const { iin, keyFile, keyPassword } = platform.person('applicant-azamat');
  const { signers } = await openKeyFile(readFileSync(join(platform.demoDir, keyFile)), keyPassword);
  const authority = await makeAuthority('gost-2015');
  Object.assign(keys, {
    own: signers,
    others: [await authority.issue('850412450028')],
    entering: [await authority.issue(iin, 'authentication')],
    ended: [await authority.issue(iin, 'signature', -90, -30)],
  });
  const citizen = await actor(platform, 'applicant-azamat');
  draft = (await draftOf(citizen, certificate('south-kazakhstan-employment-shymkent'))).id;
});
afterAll(async () => {
  await browser?.close();
  await layer?.close();
  await platform.remove();
});

/** What NCALayer does, with whose key, and what the page says about it. */
const failures = [
  ['cancel', 'own', 'ncalayer-cancelled'],
  ['fail', 'own', 'ncalayer-failed'],
  ['strange', 'own', 'ncalayer-failed'],
  ['outdated', 'own', 'ncalayer-outdated'],
  ['leave', 'own', 'ncalayer-closed'],
  ['wrong-key', 'others', 'other-person'],
  ['wrong-key', 'entering', 'authentication-key'],
  ['wrong-key', 'ended', 'expired'],
] as const satisfies readonly (readonly [NcalayerMode, string, SigningProblemCode])[];

inBrowser.each([
  { language: 'ru', width: 1280 },
  { language: 'kk', width: 390 },
] as const)(named('signing that fails, in $language'), ({ language, width }) => {
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    ({ context, page } = await visit(browser, { language, width }));
    const { iin, password } = platform.person('applicant-azamat');
    await page.goto(`${platform.url}/app/sign-in`);
    await page.fill('#iin', iin);
    await page.fill('#password', password);
    await page.locator('form button.button').click();
    await page.locator('.person button').waitFor();
    await page.goto(`${platform.url}/app/requests/${draft}/check`);
    await page.getByText('NCALayer', { exact: true }).click();
  });
  afterAll(() => context?.close());

  const press = () => page.locator('.way .buttons .button').click();
  const says = async (problem: SigningProblemCode) => {
    const [sentence = ''] = signingProblems[problem][language].split('{');
    await page.locator('.way [role=alert]:focus').filter({ hasText: sentence }).waitFor();
    expect(await page.locator('.way [role=alert] button').count()).toBe(1);
    expect(await findBarriers(context, page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
  };

  it.each(failures)('%s with the keys "%s" is reported as %s, with the focus on it', async (mode, whose, problem) => {
    layer.setMode(mode);
    layer.setSigners(keys[whose]!);
    await press();
    await says(problem);
  });

  it('can be cancelled while waiting for the window, and after two minutes says where the window may be', async () => {
    layer.setMode('silent');
    await page.clock.install();
    await press();
    const waiting = page.locator('.way .notice');
    await waiting.locator('button:focus').waitFor();
    const hidden = page.locator('.way .notice.warning [role=alert]:not(:empty)');
    // The page may not have begun to count yet.
    do await page.clock.fastForward(121_000);
    while (!(await hidden.isVisible()));
    expect(await findBarriers(context, page)).toEqual([]);
    await waiting.getByRole('button').last().click();
    await says('stopped');
  });
});
