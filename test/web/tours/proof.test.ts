import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { dayOf, writeDay } from '../../../lib/domain/language/dates.ts';
import type { ProofLife } from '../../../lib/domain/signature/proof-life.ts';
import { proofEndTexts } from '../../../lib/eds/texts/proof-ends.ts';
import { download } from '../../../lib/local/http/client.ts';
import { openKeyFile } from '../../../lib/signing/pkcs12/open-key-file.ts';
import { signDetached } from '../../../lib/signing/sign-detached.ts';
import { proofTexts } from '../../../web/texts/proof.ts';
import { reportTexts } from '../../../web/texts/signature-report.ts';
import { fill } from '../../../web/texts/text.ts';
import { stampTexts, timestampTexts } from '../../../web/texts/timestamp.ts';
import { actor, certificate, doWork, draftOf, submit, workOf, type Actor } from '../../flows/scene.ts';
import { RunningPlatform } from '../../flows/running-platform.ts';
import { findBarriers, hasBrowser, openBrowser, sideways, visit } from '../browser/open-browser.ts';
import { signIn } from './staff-cast.ts';

const inBrowser = hasBrowser ? describe : describe.skip;
const named = (title: string) => (hasBrowser ? title : `${title} (skipped: no browser)`);

interface Linked {
  readonly number: string;
  readonly document: { readonly url: string };
  readonly signature: { readonly url: string };
}
interface Seen {
  readonly output?: { readonly timestamp?: { readonly proof?: ProofLife } };
}

const platform = new RunningPlatform();
let browser: Browser;
let citizen: Actor;
let id: string;
let number: string;
let proof: ProofLife;
const files: Record<string, Buffer> = {};
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
  proof = await eventually(async () => (await citizen.client.get<Seen>(`/requests/${id}`)).output?.timestamp?.proof);
  const output = await citizen.client.get<Linked>(`/requests/${id}/output`);
  const card = await citizen.client.get<Linked>(`/requests/${id}/card`);
  ({ number } = output);
  const pdf = Buffer.from(await download(output.document.url));
  const person = platform.person('officer-serik');
  const { signers } = await openKeyFile(readFileSync(join(platform.demoDir, person.keyFile)), person.keyPassword);
  Object.assign(files, {
    ...{ pdf, cms: Buffer.from(await download(output.signature.url)) },
    card: Buffer.from(await download(card.document.url)),
    bare: Buffer.from(await signDetached(pdf, signers[0], new Date())),
  });
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await platform.remove();
});

async function eventually<Value>(ask: () => Promise<Value | undefined>): Promise<Value> {
  for (let tries = 0; tries < 60; tries++) {
    const value = await ask().catch(() => undefined);
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Error('there is no timestamp');
}

inBrowser.each([
  { language: 'ru', width: 1280 },
  { language: 'kk', width: 320 },
] as const)(named('how long a signature can be proved, in $language on $width pixels'), (visitor) => {
  const { language } = visitor;
  const lives = ({ until, endsBy }: ProofLife, text: (typeof proofTexts)['until' | 'unstamped'] = proofTexts.until) =>
    fill(text, language, { day: writeDay(dayOf(until), language), why: proofEndTexts[endsBy][language] });
  const beginning = (text: string) => text.split('{')[0]!;

  async function look(name: string, walk: (page: Page) => Promise<void>) {
    const { page, context, complaints } = await visit(browser, visitor);
    await walk(page);
    if (process.env['SHOTS'])
      await page.screenshot({ path: `${process.env['SHOTS']}/${name}-${language}.png`, fullPage: true });
    expect(await findBarriers(context, page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  }

  it(
    'stands on the page of the request, and beside the report of each signature',
    () =>
      look('request', async (page) => {
        await signIn(page, platform, 'applicant-azamat');
        await page.goto(`${platform.url}/app/requests/${id}`);
        await page.getByText(`${lives(proof)} ${proofTexts.renewed[language]}`).waitFor();
        await page.getByText(reportTexts.report[language]).press('Enter');
        await page.getByText(reportTexts.atReceipt[language]).nth(1).waitFor();
        expect(await page.getByText(beginning(stampTexts.stamped[language])).count()).toBeGreaterThanOrEqual(2);
        expect(await page.getByText(lives(proof)).count()).toBeGreaterThanOrEqual(2);
      }),
    120_000,
  );

  it(
    'is not said while there is no timestamp, and that is',
    () =>
      look('awaited', async (page) => {
        await signIn(page, platform, 'applicant-azamat');
        await page.route(`${platform.url}/requests/${id}`, async (route) => {
          const response = await route.fetch();
          const body = (await response.json()) as { output: object };
          const output = { ...body.output, timestamp: { state: 'awaited' } };
          await route.fulfill({ response, json: { ...body, output } });
        });
        await page.goto(`${platform.url}/app/requests/${id}`);
        await page.getByText(timestampTexts.awaited[language]).waitFor();
        expect(await page.getByText(proofTexts.renewed[language]).count()).toBe(0);
      }),
    120_000,
  );

  it.each([
    ['a signature with its timestamp', ['pdf', 'cms'], () => lives(proof)],
    ['a card', ['card'], () => lives(proof)],
    ['a signature without one', ['pdf', 'bare'], () => beginning(proofTexts.unstamped[language])],
  ] as const)(
    'is said when somebody checks %s',
    (_, brought, said) =>
      look(`check-${brought.at(-1)}`, async (page) => {
        await page.goto(`${platform.url}/app/verify?number=${number}`);
        await page
          .locator('.drop input')
          .setInputFiles(brought.map((name) => ({ name, mimeType: 'application/octet-stream', buffer: files[name]! })));
        await page.locator('section.card [role=group]').getByText(said()).waitFor();
      }),
    120_000,
  );
});
