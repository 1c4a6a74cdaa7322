import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openKeyFile } from '../../../lib/signing/pkcs12/open-key-file.ts';
import { orderTexts } from '../../../web/texts/order-work.ts';
import { signingTexts } from '../../../web/texts/signing.ts';
import { actor, certificate, decided, draftOf, letSign, submit, workOf } from '../../flows/scene.ts';
import { RunningPlatform } from '../../flows/running-platform.ts';
import { bringKey, enter, sign, signByKeyboard, tabTo } from '../browser/desk.ts';
import { openLayer, type Layer } from '../browser/ncalayer.ts';
import { findBarriers, hasBrowser, openBrowser, sideways, visit } from '../browser/open-browser.ts';

const inBrowser = hasBrowser ? describe : describe.skip;
const named = (title: string) => (hasBrowser ? title : `${title} (skipped: no browser)`);

const platform = new RunningPlatform();
let browser: Browser;
let layer: Layer;
const ids: string[] = [];
beforeAll(async () => {
  if (!hasBrowser) return;
  [layer] = await Promise.all([openLayer(), platform.start()]);
  browser = await openBrowser(...layer.args);
  const [citizen, officer] = [await actor(platform, 'applicant-azamat'), await actor(platform, 'officer-serik')];
  for (let n = 0; n < 6; n += 1) ids.push(await decided(citizen, officer));
  for (let n = 0; n < 2; n += 1) {
    const draft = await draftOf(citizen, certificate(officer.person.office ?? ''));
    await submit(citizen, draft);
    await workOf(officer, draft.id);
  }
});
afterAll(async () => {
  await browser?.close();
  await layer?.close();
  await platform.remove();
});

/** Somebody's browser, and what must hold in every state of their pages. */
function workplace(language: 'kk' | 'ru', width: number) {
  const here: { context?: BrowserContext; page?: Page; complaints?: readonly string[] } = {};
  beforeAll(async () => void Object.assign(here, await visit(browser, { language, width })));
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

/** Opens each document of the list in turn. */
async function readAll(page: Page, n: number) {
  for (let each = 0; each < n; each += 1) {
    const row = page.locator('.rows > li').nth(each);
    await row.locator('button').click();
    await row.locator('.tick:checked').waitFor();
  }
}

inBrowser(named('a head, in Russian on 1280 pixels, by the keyboard'), () => {
  const { page: at, isWell, complaints } = workplace('ru', 1280);

  it('chooses three documents with keys, and gets them on one page to read', async () => {
    const page = at();
    await enter(page, platform, 'head-bakyt', '/app/work?task=sign');
    await page.locator('.queue').waitFor();
    await page.locator('.keys').waitFor();
    for (let n = 0; n < 3; n += 1) {
      await page.keyboard.press('j');
      await page.keyboard.press('x');
    }
    await isWell();
    await tabTo(page, page.locator('.chosen-bar .button', { hasText: orderTexts.sign.ru }));
    await page.keyboard.press('Enter');
    await page.locator('.rows > li').nth(2).waitFor();
    expect(await page.locator('.rows > li .tick:disabled').count()).toBeGreaterThan(0);
    await page.locator('.viewer iframe').waitFor();
    await isWell();
  });

  it('what is not opened is not signed; the sum of each is there to be compared', async () => {
    const page = at();
    await page.locator('.rows > li .tick:checked').first().waitFor();
    await page.locator('.ways').waitFor();
    expect(await page.locator('.rows > li .tick:checked').count()).toBe(1);
    await readAll(page, 3);
    await page.locator('.rows summary').first().click();
    expect(await page.locator('.rows code').first().innerText()).toMatch(/^[0-9a-f]{64}$/);
    await isWell();
  });

  it('signs all with one entry of the password; the one that went to an officer meanwhile stays, with its reason', async () => {
    const page = at();
    const [head, officer] = [await actor(platform, 'head-bakyt'), await actor(platform, 'officer-gulnar')];
    const account = await letSign(head, officer);
    const [gone] = new URL(page.url()).searchParams.get('work')!.split('.');
    const { work } = await head.client.get<{ work: { row: string; claimedBy: { at: string } } }>(`/work/${gone}`);
    await head.client.send('POST', `/people/${account}/work`, {
      ...{ work: [{ id: gone, row: work.row, claimedAt: work.claimedBy.at }], ground: 'Ровная нагрузка' },
    });
    await page.evaluate(`window.said = [];
      new MutationObserver(() => window.said.push(document.querySelector('.way .small')?.textContent))
        .observe(document.querySelector('.panel'), { childList: true, subtree: true, characterData: true });`);
    await signByKeyboard(page, platform, 'head-bakyt', 'gostKeyFile');
    await page.locator('.notice.warning[role=status]').waitFor();
    expect(await page.locator('.notice.warning[role=status]').innerText()).toContain('Подписано: 2 из 3.');
    expect(await page.evaluate<string[]>('window.said')).toContain('Подписано 2 из 3…');
    expect(await page.locator('.rows .tag.success').count()).toBe(2);
    expect(await page.locator('.rows .notice.error').innerText()).toContain('Гүлнар');
    expect(await page.locator('.ways').count()).toBe(0);
    await isWell();
    expect(complaints()).toEqual([]);
  });
});

inBrowser(named('a head, in Kazakh on 375 pixels'), () => {
  const { page: at, isWell, complaints } = workplace('kk', 375);

  it('sees that nothing is chosen, and what cannot be signed', async () => {
    const page = at();
    await enter(page, platform, 'head-bakyt', '/app/signing');
    await page.locator('.nothing', { hasText: signingTexts.none.kk }).waitFor();
    await isWell();
    await page.goto(`${platform.url}/app/signing?work=${ids[5]}.01KAH7M0000000000000009999`);
    await page.locator('.rows .notice.error').nth(1).waitFor();
    await isWell();
  });

  it('leaves one out; NCALayer signs the rest with one entry of the password', async () => {
    const page = at();
    await page.goto(`${platform.url}/app/work?task=sign&who=nobody`);
    await page.locator('.queue .tick').nth(3).waitFor();
    for (const tick of await page.locator('.queue tbody .tick').all()) await tick.check();
    await page.locator('.chosen-bar .button', { hasText: orderTexts.sign.kk }).click();
    await page.locator('.rows > li').nth(2).waitFor();
    await readAll(page, 3);
    await page.locator('.rows .tick').first().uncheck();
    await isWell();
    const { keyFile, keyPassword } = platform.person('head-bakyt');
    const { signers } = await openKeyFile(readFileSync(join(platform.demoDir, keyFile)), keyPassword);
    layer.setSigners(signers);
    const asked = layer.questions.length;
    await page.locator('.ways label', { hasText: 'NCALayer' }).click();
    await page.locator('.way .buttons .button').click();
    await page.locator('.notice.success[role=status]', { hasText: '2 / 2' }).waitFor();
    expect(layer.questions.length - asked).toBe(1);
    expect(layer.questions.at(-1)?.args.data).toHaveLength(2);
    expect(await page.locator('.rows .tag.success').count()).toBe(2);
    await isWell();
  });

  it('signs the last one, too; a wrong password is said at its field', async () => {
    const page = at();
    await page.locator('.rows .tick').check();
    await bringKey(page, platform, 'head-bakyt', 'keyFile');
    await page.fill('#key-password', 'не тот пароль');
    await page.locator('.way .buttons .button').click();
    await page.locator('.way .fault').waitFor();
    await isWell();
    await sign(page, platform, 'head-bakyt', 'keyFile');
    await page.locator('.rows .tag.success').nth(2).waitFor();
    await page.locator('main .buttons .button[href="/app/work"]').waitFor();
    await isWell();
    expect(complaints()).toEqual([]);
  });
});

inBrowser(named('an officer, in Kazakh on 375 pixels'), () => {
  const { page: at, isWell, complaints } = workplace('kk', 375);

  it('takes several, and is told what a colleague has taken meanwhile', async () => {
    const page = at();
    await enter(page, platform, 'officer-gulnar', '/app/work?task=accept&who=nobody');
    await page.locator('.queue .tick').nth(1).waitFor();
    for (const tick of await page.locator('.queue tbody .tick').all()) await tick.check();
    await isWell();
    const colleague = await actor(platform, 'officer-serik');
    const { work } = await colleague.client.get<{ work: readonly { id: string; number: string }[] }>(
      '/work?who=nobody&task=accept',
    );
    await colleague.client.send('PUT', `/work/${work[0]!.id}/claim`);
    await page.locator('.chosen-bar .button', { hasText: orderTexts.take.kk }).click();
    await page.locator('.notice.warning li', { hasText: work[0]!.number }).waitFor();
    expect(await page.locator('.notice.warning li').count()).toBe(1);
    await isWell();
    expect(complaints()).toEqual([]);
  });
});
