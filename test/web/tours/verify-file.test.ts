import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openKeyFile } from '../../../lib/signing/pkcs12/open-key-file.ts';
import { signDetached } from '../../../lib/signing/sign-detached.ts';
import { download } from '../../../lib/local/http/client.ts';
import { cardProblemTexts, cardVerdicts, pagesProveNothing } from '../../../lib/card/texts.ts';
import { cardTexts } from '../../../web/texts/card.ts';
import { ownFileTexts, signatureTexts } from '../../../web/texts/own-file.ts';
import { actor, certificate, doWork, draftOf, submit, workOf } from '../../flows/scene.ts';
import { RunningPlatform } from '../../flows/running-platform.ts';
import { findBarriers, hasBrowser, openBrowser, sideways, visit } from '../browser/open-browser.ts';
import { attach } from '../../../bin/fuzz/write-pdf.ts';
import { makeAuthority } from '../signing/scene.ts';

const inBrowser = hasBrowser ? describe : describe.skip;
const named = (title: string) => (hasBrowser ? title : `${title} (skipped: no browser)`);

interface Output {
  readonly number: string;
  readonly document: { readonly url: string };
  readonly signature: { readonly url: string };
}

const platform = new RunningPlatform();
let browser: Browser;
let number: string;
const files: Record<string, Buffer> = {};
beforeAll(async () => {
  if (!hasBrowser) return;
  [browser] = await Promise.all([openBrowser(), platform.start()]);
  const [citizen, officer] = [await actor(platform, 'applicant-azamat'), await actor(platform, 'officer-serik')];
  const draft = await draftOf(citizen, certificate('south-kazakhstan-employment-shymkent'));
  await submit(citizen, draft);
  await workOf(officer, draft.id);
  for (const _ of ['accepted', 'decided', 'signed']) await doWork(officer, draft.id);
  const output = await eventually(() => citizen.client.get<Output>(`/requests/${draft.id}/output`));
  ({ number } = output);
  const pdf = Buffer.from(await download(output.document.url));
  const card = await eventually(() => citizen.client.get<Pick<Output, 'document'>>(`/requests/${draft.id}/card`));
  const tampered = Buffer.from(pdf);
  tampered[tampered.length - 200]! ^= 1;
  const revoked = platform.people.find((person) => person.revoked)!;
  const { signers } = await openKeyFile(readFileSync(join(platform.demoDir, revoked.keyFile)), revoked.keyPassword);
  const stranger = await (await makeAuthority('gost-2015')).issue(revoked.iin);
  const byRevoked = Buffer.from(await signDetached(pdf, signers[0], new Date()));
  Object.assign(files, {
    card: Buffer.from(await download(card.document.url)),
    badCard: Buffer.from(
      attach([
        { name: 'Справка.pdf', octets: pdf },
        { name: '1.p7s', octets: byRevoked },
      ]),
    ),
    ...{ pdf, tampered, cms: Buffer.from(await download(output.signature.url)) },
    revoked: byRevoked,
    stranger: Buffer.from(await signDetached(pdf, stranger, new Date())),
    other: Buffer.from('%PDF-1.7 another document'),
  });
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await platform.remove();
});

/** The document exists some moments after the signature. */
async function eventually<Value>(ask: () => Promise<Value>): Promise<Value> {
  for (let tries = 0; tries < 60; tries++) {
    const value = await ask().catch(() => undefined);
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Error('there is no document');
}

inBrowser.each([
  { language: 'ru', width: 1280 },
  { language: 'kk', width: 390 },
] as const)(named('a document at hand, in $language on $width pixels'), ({ language, width }) => {
  let context: BrowserContext;
  let page: Page;
  let complaints: readonly string[];
  const sent: string[] = [];
  beforeAll(async () => {
    ({ context, page, complaints } = await visit(browser, { language, width }));
    page.on('request', (request) => {
      if (request.method() !== 'GET' || request.postDataBuffer() !== null) sent.push(request.url());
    });
  });
  afterAll(() => context?.close());

  it.each([
    ['the very file and its signature', ['pdf', 'cms'], ownFileTexts.same, signatureTexts.holds],
    ['the file alone', ['pdf'], ownFileTexts.same, ownFileTexts.noSignature],
    ['a file that was tampered with', ['tampered', 'cms'], ownFileTexts.differs, signatureTexts['other-content']],
    ['another document', ['other', 'cms'], ownFileTexts.differs, signatureTexts['other-content']],
    ['a signer who was revoked', ['pdf', 'revoked'], ownFileTexts.same, signatureTexts.revoked],
    ['an authority that nobody knows', ['pdf', 'stranger'], ownFileTexts.same, signatureTexts['unknown-authority']],
    ['its card', ['card'], ownFileTexts.same, cardVerdicts.passed],
    ['a card with a signature that does not hold', ['badCard'], ownFileTexts.same, cardVerdicts.failed],
    ['what is no signature', ['pdf', 'people'], ownFileTexts.same, signatureTexts['not-cms']],
  ] as const)(
    "%s is recognised, and only the register's answer comes from the server",
    async (_, brought, file, signature) => {
      await page.goto(`${platform.url}/app/verify?number=${number}`);
      const payload = brought.map((name) => ({
        ...{ name: `${name}.bin`, mimeType: 'application/octet-stream' },
        buffer: files[name] ?? Buffer.from('no signature'),
      }));
      await page.locator('.drop input').setInputFiles(payload);
      const answer = page.locator('section.card [role=group]');
      for (const { [language]: text } of [file, signature, ownFileTexts.status.genuine])
        await answer.getByText(text.split('{')[0]!).waitFor();
      expect(await page.evaluate('document.activeElement?.getAttribute("role")')).toBe('group');
      expect(await findBarriers(context, page)).toEqual([]);
      expect(await sideways(page)).toBe(0);
    },
  );

  it.each([
    ['a card', 'card', cardVerdicts.passed],
    ['a card with a signature that does not hold', 'badCard', cardVerdicts.failed],
    ['a document alone', 'pdf', cardProblemTexts['no-attachment']],
  ] as const)('%s is checked without a number', async (_, name, said) => {
    await page.goto(`${platform.url}/app/verify`);
    const input = page.locator('.drop input');
    await input.setInputFiles({ name: 'card.pdf', mimeType: 'application/pdf', buffer: files[name]! });
    const answer = page.locator('section.card [role=group]');
    for (const text of [said, pagesProveNothing]) await answer.getByText(text[language]).waitFor();
    expect(await page.evaluate('document.activeElement?.getAttribute("role")')).toBe('group');
    if (name === 'card') {
      const saving = page.waitForEvent('download');
      await answer.getByRole('link', { name: cardTexts.save[language] }).click();
      const saved = await saving;
      expect(saved.suggestedFilename()).toBe(`${number}.pdf`);
      expect(readFileSync(await saved.path()).equals(files['pdf']!)).toBe(true);
    }
    expect(await findBarriers(context, page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
  });

  it('sends nothing, and has no errors and no violations of the content security policy', () => {
    expect([sent, complaints]).toEqual([[], []]);
  });
});
