import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { payInvoice } from '../../../lib/local/stand-ins/ask-moods.ts';
import { invoiceTexts } from '../../../web/texts/invoice.ts';
import { applied, standInsOf, until } from '../../flows/payment-scene.ts';
import { RunningPlatform } from '../../flows/running-platform.ts';
import { actor } from '../../flows/scene.ts';
import { hasBrowser, openBrowser, visit } from '../browser/open-browser.ts';
import { findFaults, settle } from './look.ts';
import { signIn } from './staff-cast.ts';

const inBrowser = hasBrowser ? describe : describe.skip;
const named = (title: string) => (hasBrowser ? title : `${title} (skipped: no browser)`);

/** A service costs something. */
const platform = new RunningPlatform();
let browser: Browser;
beforeAll(async () => {
  if (!hasBrowser) return;
  [browser] = await Promise.all([openBrowser(), platform.start(0, '--paid')]);
});
afterAll(async () => {
  await browser?.close();
  await platform.remove();
});

inBrowser(named('a request that is to be paid'), () => {
  it.each([
    { slug: 'applicant-azamat', language: 'ru', width: 1280, touch: false },
    { slug: 'applicant-aigul', language: 'kk', width: 390, touch: true },
  ] as const)(
    'says what, how and until when, and then that it is paid, in $language on $width pixels',
    async ({ slug, language, width, touch }) => {
      const applicant = await actor(platform, slug);
      const id = await applied(applicant);
      const { invoice } = await until(applicant, id, (request) => request.invoice !== undefined);
      const { context, page, complaints } = await visit(browser, { language, touch, width });
      const isWell = async (name: string) => {
        await settle(page);
        const path = `${process.env['SHOTS']}/${name}-${language}.png`;
        if (process.env['SHOTS']) await page.screenshot({ path, fullPage: true });
        expect(await findFaults(context, page, touch)).toEqual([]);
      };
      await signIn(page, platform, slug);
      for (const path of [`/app/requests/${id}/sent`, `/app/requests/${id}`]) {
        await page.goto(`${platform.url}${path}`);
        await page.getByText(invoiceTexts.waits[language]).first().waitFor();
        await page.getByText(invoice!.number, { exact: true }).waitFor();
        await isWell(path.endsWith('sent') ? 'sent' : 'open');
      }
      await payInvoice(standInsOf(platform), invoice!.number);
      await until(applicant, id, ({ number }) => number !== undefined);
      await page.getByRole('button', { name: invoiceTexts.look[language] }).press('Enter');
      await page.getByText(invoiceTexts.receipt[language]).waitFor();
      await isWell('paid');
      expect(complaints).toEqual([]);
      await context.close();
    },
  );
});
