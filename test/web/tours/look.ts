import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { findBarriers, isWaiting } from '../browser/open-browser.ts';
import { targetFaults, widthFaults } from './layout.ts';
import { forcedColourFaults, motionFaults, printFaults } from './media.ts';

/** The title of a page, where the focus is, and its language. */
export interface Named {
  readonly title: string;
  readonly headings: readonly string[];
  readonly language: string;
  /** Id of the focused element, or the element's name. */
  readonly focus: string;
}

export const nameOf = (page: Page): Promise<Named> =>
  page.evaluate(`({
    title: document.title,
    headings: [...document.querySelectorAll('h1')].map(({ innerText }) => innerText.trim()),
    language: document.documentElement.lang,
    focus: document.activeElement.id || document.activeElement.localName,
  })`);

/** Waits until the page is complete: until it waits for nothing and does not change for some checks. */
export async function settle(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
  for (let [seen, looks] = ['', 0]; looks < 4; looks += 1) {
    const now = await page.evaluate<string>('document.body.innerHTML');
    if (now !== seen || isWaiting(page)) looks = 0;
    seen = now;
    await wait(50);
  }
}

/** Goes to another page like a link, without a reload, and waits until it is shown. */
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

/** Turns on high contrast in the footer, as everybody can, and checks it by the stricter rule (7 : 1). */
async function contrastFaults(context: BrowserContext, page: Page): Promise<readonly string[]> {
  const turn = () => page.evaluate("document.querySelector('.foot button').click()");
  await turn();
  const faults = await findBarriers(context, page, ['color-contrast-enhanced']);
  await turn();
  return faults;
}

/** Everything that is wrong with a page in its present state. */
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
