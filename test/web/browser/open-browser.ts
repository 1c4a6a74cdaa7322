import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContext, Page } from 'playwright-core';

export { hasBrowser, isWaiting, openBrowser, visit } from '../../../bin/browser/open-browser.ts';

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds on the page in its present state: nothing, or the rule and the place. It runs through the debugger, so
 * that the page's policy stays in force. `only`: tags of rules, or rules.
 */
export async function findBarriers(
  context: BrowserContext,
  page: Page,
  only: readonly string[] = rules,
): Promise<readonly string[]> {
  const debug = await context.newCDPSession(page);
  // It stays until another document comes.
  const { result: known } = await debug.send('Runtime.evaluate', { expression: 'typeof axe' });
  if (known.value === 'undefined') await debug.send('Runtime.evaluate', { expression: axe });
  const { result } = await debug.send('Runtime.evaluate', {
    expression: `axe.run(document, { runOnly: ${JSON.stringify(only)}, resultTypes: ['violations'] }).then(({ violations }) => JSON.stringify(
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 200)))))`,
    awaitPromise: true,
    returnByValue: true,
  });
  await debug.detach();
  return JSON.parse(String(result.value)) as string[];
}

/** By how many pixels the page is wider than the screen. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
