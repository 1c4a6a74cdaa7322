import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { readAttachments } from '../../../lib/card/pdf/attachments.ts';
import { download } from '../../../lib/local/http/client.ts';
import { cardTexts } from '../../../web/texts/card.ts';
import { actor, certificate, doWork, draftOf, submit, workOf, type Actor } from '../../flows/scene.ts';
import { RunningPlatform } from '../../flows/running-platform.ts';
import { findBarriers, hasBrowser, openBrowser, sideways, visit } from '../browser/open-browser.ts';
import { signIn } from './staff-cast.ts';

const inBrowser = hasBrowser ? describe : describe.skip;
const named = (title: string) => (hasBrowser ? title : `${title} (skipped: no browser)`);

const platform = new RunningPlatform();
let browser: Browser;
let citizen: Actor;
let id: string;
beforeAll(async () => {
  if (!hasBrowser) return;
  [browser] = await Promise.all([openBrowser(), platform.start()]);
  citizen = await actor(platform, 'applicant-azamat');
  const officer = await actor(platform, 'officer-serik');
  const draft = await draftOf(citizen, certificate('south-kazakhstan-employment-shymkent'));
  ({ id } = draft);
  await submit(citizen, draft);
  await workOf(officer, id);
  for (const _ of ['accepted', 'decided', 'signed']) await doWork(officer, id);
  for (let tries = 0; tries < 60 && !(await hasTimestamp()); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 1000));
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await platform.remove();
});

interface Seen {
  readonly output?: { readonly timestamp?: { readonly state: string } };
}
const hasTimestamp = async () =>
  (await citizen.client.get<Seen>(`/requests/${id}`)).output?.timestamp?.state === 'stamped';

inBrowser.each([
  { language: 'ru', width: 1280 },
  { language: 'kk', width: 320 },
] as const)(named('the page of an issued document, in $language on $width pixels'), (visitor) => {
  it('gives its card, in the language of the page', async () => {
    const { page, context, complaints } = await visit(browser, visitor);
    await signIn(page, platform, 'applicant-azamat');
    await page.goto(`${platform.url}/app/requests/${id}`);
    const link = page.getByRole('button', { name: cardTexts.link[visitor.language] });
    await link.waitFor();
    expect(await findBarriers(context, page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
    const answering = page.waitForResponse((response) => response.url().endsWith(`/requests/${id}/card`));
    await link.press('Enter');
    const answer = (await (await answering).json()) as { language: string; document: { url: string } };
    expect(answer.language).toBe(visitor.language);
    expect(await readAttachments(await download(answer.document.url))).toHaveLength(2);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('says that the card comes later while the signature has no timestamp', async () => {
    const { page, context, complaints } = await visit(browser, visitor);
    await signIn(page, platform, 'applicant-azamat');
    await page.route(`${platform.url}/requests/${id}`, async (route) => {
      const response = await route.fetch();
      const body = (await response.json()) as { output: object };
      await route.fulfill({ response, json: { ...body, output: { ...body.output, timestamp: { state: 'awaited' } } } });
    });
    await page.goto(`${platform.url}/app/requests/${id}`);
    await page.getByText(cardTexts.later[visitor.language]).waitFor();
    expect(await page.getByRole('button', { name: cardTexts.link[visitor.language] }).count()).toBe(0);
    expect(await sideways(page)).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
