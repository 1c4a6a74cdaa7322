import type { Page } from 'playwright-core';
import { sideways } from '../browser/open-browser.ts';

/** Pixels: a small phone (WCAG 1.4.10), and a desktop's 1280 at 200 % (1.4.4). */
const WIDTHS = [320, 640] as const;

/**
 * Text spacing that a reader may set without losing anything (WCAG 1.4.12), as a style sheet that the page's policy
 * allows.
 */
const spacing = `(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }');
  document.adoptedStyleSheets = [sheet];
})()`;
const asBefore = 'document.adoptedStyleSheets = []';

/** Widths at which the page must be scrolled sideways, also with wider text spacing. */
export async function widthFaults(page: Page): Promise<readonly string[]> {
  const before = page.viewportSize()!;
  const faults: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ ...before, width });
    for (const set of ['', ', set wider']) {
      await page.evaluate(set ? spacing : asBefore);
      const wide = await sideways(page);
      if (wide > 0) faults.push(`${wide} pixels too wide at ${width}${set}: ${await widest(page)}`);
    }
  }
  await page.evaluate(asBefore);
  await page.setViewportSize(before);
  return faults;
}

const widest = (page: Page): Promise<string> =>
  page.evaluate(`[...document.querySelectorAll('main *, header *, footer *')]
    .filter((each) => each.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !each.closest('.scroll, .unseen'))
    .map((each) => each.outerHTML.slice(0, 100)).slice(-2).join(' | ')`);

/**
 * What is too small for a finger: buttons and fields lower than 44 pixels, and anything else lower or narrower than 24
 * that is not in a line of text (WCAG 2.5.8).
 */
export const targetFaults = (page: Page): Promise<readonly string[]> =>
  page.evaluate(`(() => {
    const least = (node) => (node.matches('.button, select, textarea, input:not([type=radio], [type=checkbox])') ? 44 : 24);
    const isInText = (node) =>
      getComputedStyle(node).display === 'inline' && node.parentElement.innerText.trim() !== node.innerText.trim();
    const isSeen = (node) =>
      node.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !node.closest('.unseen, .skip');
    return [...document.querySelectorAll('a[href], button, input, select, textarea, summary, label.pick')]
      .filter((node) => isSeen(node) && !isInText(node))
      .map((node) => [node, (node.closest('label') ?? node).getBoundingClientRect()])
      .filter(([node, { width, height }]) => height < least(node) - 0.5 || width < 23.5)
      .map(([node, { width, height }]) => 'too small, ' + Math.round(width) + ' × ' + Math.round(height) + ': ' + node.outerHTML.slice(0, 120));
  })()`);
