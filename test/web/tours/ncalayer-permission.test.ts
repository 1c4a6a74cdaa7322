import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openKeyFile } from '../../../lib/signing/pkcs12/open-key-file.ts';
import { signingProblems, type SigningProblemCode } from '../../../web/signing/problem.ts';
import { panelTexts } from '../../../web/texts/signing-panel.ts';
import { RunningPlatform } from '../../flows/running-platform.ts';
import { openLayer, type Layer } from '../browser/ncalayer.ts';
import { hasBrowser, openBrowser, visit } from '../browser/open-browser.ts';
import { findFaults } from './look.ts';

const inBrowser = hasBrowser ? describe : describe.skip;
const named = (title: string) => (hasBrowser ? title : `${title} (skipped: no browser)`);

/** A page of the public web, as far as the browser can tell: only such a one has to ask for the local network. */
const NAME = 'akimat.test';
const platform = new RunningPlatform();
let browser: Browser;
let layer: Layer;
let origin: string;
beforeAll(async () => {
  if (!hasBrowser) return;
  [layer] = await Promise.all([openLayer(), platform.start()]);
  const { port } = new URL(platform.url);
  origin = `http://${NAME}:${port}`;
  const rules = layer.args.find((arg) => arg.startsWith('--host-resolver-rules='));
  browser = await openBrowser(
    ...layer.args.filter((arg) => arg !== rules),
    `${rules},MAP ${NAME} 127.0.0.1`,
    `--ip-address-space-overrides=127.0.0.1:${port}=public`,
    `--unsafely-treat-insecure-origin-as-secure=${origin}`,
  );
  const { authKeyFile, keyPassword } = platform.person('applicant-azamat');
  layer.setSigners((await openKeyFile(readFileSync(join(platform.demoDir, authKeyFile)), keyPassword)).signers);
});
afterAll(async () => {
  await browser?.close();
  await layer?.close();
  await platform.remove();
});

inBrowser.each([
  { language: 'ru', width: 1280, touch: false },
  { language: 'kk', width: 360, touch: true },
] as const)(named('the permission for NCALayer, in $language on $width pixels'), ({ language, ...screen }) => {
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    ({ context, page } = await visit(browser, { language, ...screen }));
  });
  afterAll(() => context?.close());

  const isWell = async () => expect(await findFaults(context, page, screen.touch)).toEqual([]);
  const press = () => page.locator('.way > .buttons .button').click();
  const says = async (problem: SigningProblemCode) => {
    const [sentence = ''] = signingProblems[problem][language].split('{');
    await page.locator('.way [role=alert]').filter({ hasText: sentence }).waitFor();
    await isWell();
  };
  /** As if the person had said so to the browser: of programs on this computer. It holds while the session does. */
  const answer = async (setting: 'granted' | 'denied') => {
    const debug = await browser.newBrowserCDPSession();
    const { targetInfos } = await debug.send('Target.getTargets');
    const browserContextId = targetInfos.find(({ url }) => url.startsWith(origin))!.browserContextId!;
    const permission = { name: 'loopback-network' };
    await debug.send('Browser.setPermission', { permission, setting, origin, browserContextId });
  };

  it('is explained before the browser asks; who would rather not is asked nothing', async () => {
    const before = layer.questions.length;
    await page.goto(`${origin}/app/sign-in`);
    await page.locator('.panel button').click();
    await page.locator('.ways label', { hasText: 'NCALayer' }).click();
    await press();
    const explained = page.locator('.way [role=alert]', { hasText: panelTexts.permission[language] });
    await explained.waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toBe(panelTexts.understood[language]);
    await isWell();
    await explained.locator('.link').click();
    await says('stopped');
    expect(layer.questions.length).toBe(before);
  });

  it('that was refused in the browser is said to be so, and how to take that back', async () => {
    await answer('denied');
    await press();
    await says('ncalayer-forbidden');
  });

  it('that was given lets NCALayer sign', async () => {
    await answer('granted');
    await press();
    await page.waitForURL(`${origin}/`);
    await page.locator('.person button').waitFor();
  });
});

inBrowser(named('NCALayer that is not there'), () => {
  it('is missed in words, first as not started and then as not trusted, and another way is at hand', async () => {
    const alone = await openBrowser();
    const { context, page } = await visit(alone, { language: 'kk', width: 1280 });
    await page.goto(`${platform.url}/app/sign-in`);
    await page.locator('.panel button').click();
    await page.locator('.ways label', { hasText: 'NCALayer' }).click();
    for (const problem of ['ncalayer-absent', 'ncalayer-untrusted'] as const) {
      await page.locator('.way > .buttons .button').click();
      await page.locator('.way [role=alert]', { hasText: signingProblems[problem].kk }).waitFor();
      expect(await findFaults(context, page, false)).toEqual([]);
    }
    await page.locator('.ways label', { hasText: '.p12' }).click();
    await page.locator('#key-password').waitFor();
    await alone.close();
  });
});
