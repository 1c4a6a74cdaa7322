import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { findBarriers } from '../browser/open-browser.ts';
import { targetFaults, widthFaults } from './layout.ts';
import { forcedColourFaults, motionFaults, printFaults } from './media.ts';

/** What a page calls itself, where one is on it, and in which language it speaks. */
export interface Named {
  readonly title: string;
  readonly headings: readonly string[];
  readonly language: string;
  /** Id of what has the focus, else its element's name. */
  readonly focus: string;
}

export const nameOf = (page: Page): Promise<Named> =>
  page.evaluate(`({
    title: document.title,
    headings: [...document.querySelectorAll('h1')].map(({ innerText }) => innerText.trim()),
    language: document.documentElement.lang,
    focus: document.activeElement.id || document.activeElement.localName,
  })`);

/** Waits until nothing is awaited any more: what a page draws stays as it is for some looks. */
export async function settle(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
  for (let [seen, looks] = ['', 0]; looks < 4; looks += 1) {
    const now = await page.evaluate<string>('document.body.innerHTML');
    if (now !== seen) looks = 0;
    seen = now;
    await wait(50);
  }
}

/** Moves to another page as a link does, without loading it anew, and waits until it has come. */
export async function move(page: Page, address: string): Promise<void> {
  await page.evaluate(`(() => {
    document.querySelector('h1').dataset.before = '';
    const link = document.createElement('a');
    link.href = ${JSON.stringify(address)};
    document.body.append(link);
    link.click();
    link.remove();
  })()`);
  await page.locator('h1:not([data-before])').waitFor();
}

/** High contrast is turned on where everybody can, in the footer, and looked at by the stricter rule (7 : 1). */
async function contrastFaults(context: BrowserContext, page: Page): Promise<readonly string[]> {
  const turn = () => page.evaluate("document.querySelector('.foot button').click()");
  await turn();
  const faults = await findBarriers(context, page, ['color-contrast-enhanced']);
  await turn();
  return faults;
}

/** All that is wrong with a page as it stands. */
export async function findFaults(context: BrowserContext, page: Page, byFinger: boolean): Promise<readonly string[]> {
  return [
    ...(await findBarriers(context, page)),
    ...(await contrastFaults(context, page)),
    ...(await widthFaults(page)),
    ...(byFinger ? await targetFaults(page) : []),
    ...(await printFaults(page)),
    ...(await motionFaults(page)),
    ...(await forcedColourFaults(page)),
  ];
}
