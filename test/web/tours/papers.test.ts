import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { demoIin } from '../../../lib/local/demo/demo-number.ts';
import { demoScan } from '../../../lib/local/story/demo-scan.ts';
import { RunningPlatform } from '../../flows/running-platform.ts';
import { actor, attach, submit, workOf, type Actor } from '../../flows/scene.ts';
import { fill } from '../../machines/fill.ts';
import { findService, PRESENT } from '../../../lib/domain/regulation/cards.ts';
import { signIn, sit } from './staff-cast.ts';
import { findBarriers, hasBrowser, openBrowser, sideways, visit } from '../browser/open-browser.ts';

const inBrowser = hasBrowser ? describe : describe.skip;
const named = (title: string) => (hasBrowser ? title : `${title} (skipped: no browser)`);

const platform = new RunningPlatform();
let browser: Browser;
let citizen: Actor;
let pdf: { name: string; mimeType: string; buffer: Buffer };
beforeAll(async () => {
  if (!hasBrowser) return;
  [browser] = await Promise.all([openBrowser(), platform.start()]);
  citizen = await actor(platform, 'applicant-azamat');
  pdf = { name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await demoScan()) };
});
afterAll(async () => {
  await browser?.close();
  await platform.remove();
});

const service = findService('south-kazakhstan-disabled-child-support', PRESENT)!;
const office = 'south-kazakhstan-employment-shymkent';
const codes = service.documents.map(({ code }) => code);

/** A child's application on the portal, filled in, without a scan. */
const begun = async () => {
  const form = fill(service.fields, citizen.person.iin);
  const draft = { service: service.id, channel: 'portal', office, form };
  return (await citizen.client.send<{ id: string }>('POST', '/requests', draft)).id;
};

const visitors = [
  { language: 'ru', width: 1280 },
  { language: 'kk', width: 390 },
] as const;

inBrowser.each(visitors)(named('the documents that a decree asks for, in $language on $width pixels'), (visitor) => {
  const { language } = visitor;

  it('are listed before the signature, added one by one, and then it can be signed', async () => {
    const id = await begun();
    const path = `/app/requests/${id}/check`;
    const { page, complaints, context } = await visit(browser, visitor);
    const barriers = () => findBarriers(context, page);
    await signIn(page, platform, 'applicant-azamat');
    await page.goto(`${platform.url}${path}`);
    const missing = page.locator('.notice.error li');
    await missing.first().waitFor();
    expect(await missing.allInnerTexts()).toEqual(service.documents.map(({ name }) => name[language]));
    expect(await page.locator('.ways').count()).toBe(0);
    expect(await barriers()).toEqual([]);

    await page.locator('.notice.error a').click();
    const boxes = page.locator('.rows > li');
    await boxes.nth(codes.length).waitFor();
    for (const index of codes.keys()) {
      const box = boxes.nth(index);
      expect(await box.locator('.small').first().innerText()).toMatch(/Обязательно|Міндетті/);
      await box.locator('input[type=file]').last().setInputFiles(pdf);
      await box.locator('.tag.success').waitFor();
      if (index === 1) expect(await barriers()).toEqual([]);
    }
    await page.locator('.rows ~ .notice').waitFor({ state: 'detached' });
    const { attachments } = await citizen.client.get<{ attachments: { document: string }[] }>(`/requests/${id}`);
    expect(attachments.map(({ document }) => document)).toEqual(codes);
    await page.locator('.content .buttons .button').click();
    await page.locator('.ways').waitFor();
    expect(await page.locator('.notice.error').count()).toBe(0);
    expect(await barriers()).toEqual([]);
    expect([complaints, await sideways(page)]).toEqual([[], 0]);
    await context.close();
  });

  it('stand over the scans that the officer looks at', async () => {
    const id = await begun();
    for (const document of codes) await attach(citizen, id, await demoScan(), { document });
    await submit(citizen, { id, attachment: '' });
    await workOf(await actor(platform, 'officer-serik'), id);
    const path = `/app/work/${id}`;
    const { page, barriers, context } = await sit(browser, platform, { ...visitor, slug: 'officer-serik', path });
    const tabs = page.locator('.viewer-tabs button');
    await tabs.nth(codes.length - 1).waitFor();
    expect(await tabs.allInnerTexts()).toEqual(
      service.documents.map(({ name }, index) =>
        expect.stringMatching(`^${index + 1}\\s*${name[language].slice(0, 20)}`),
      ),
    );
    expect(await barriers()).toEqual([]);
    await context.close();
  });

  it('are chosen for each scan at a counter, which says what is still missing', async () => {
    const path = '/app/counter';
    const { page, barriers, context } = await sit(browser, platform, { ...visitor, slug: 'officer-serik', path });
    await page.fill('#iin', demoIin('1980-01-01', 'female', 41));
    await page.fill('#fullName', 'Демо Келуші');
    await page.selectOption('#service', service.id);
    const asked = page.locator('section[aria-labelledby=scans-title] > ul.small > li');
    await asked.nth(codes.length - 1).waitFor();
    expect((await asked.allInnerTexts()).filter((text) => /нет|жоқ/.test(text))).toHaveLength(codes.length);
    await page.setInputFiles('.drop input[type=file]', pdf);
    await page.locator('.papers select').waitFor();
    await page.selectOption('.papers select', 'residence');
    await asked
      .nth(1)
      .locator('strong', { hasText: /добавлен|қосылды/ })
      .waitFor();
    await page.locator('.papers .tag .icon').waitFor();
    expect(await page.inputValue('.papers select')).toBe('residence');
    expect(await barriers()).toEqual([]);
    await context.close();
  });
});
