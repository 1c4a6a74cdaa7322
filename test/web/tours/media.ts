import type { Page } from 'playwright-core';

/** What must not be printed, and what must be: that this is the copy of a screen, and its time. */
export async function printFaults(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ media: 'print' });
  const faults = await page.evaluate<string[]>(`(() => {
    const isSeen = (node) => node.checkVisibility() && node.getBoundingClientRect().height > 0;
    const needless = [...document.querySelectorAll('.top, .foot, .skip, .crumbs, .button, .tabs, .filters, input[type=file], .keys, .pager')];
    return [
      ...needless.filter(isSeen).map((node) => 'printed: ' + node.outerHTML.slice(0, 80)),
      ...[...document.querySelectorAll('.printed, .receipt')].some(isSeen) ? [] : ['does not say on paper that it is a copy'],
      ...[...document.querySelectorAll('details > :not(summary)')].filter((node) => !isSeen(node) && node.textContent.trim())
        .map((node) => 'folded on paper: ' + node.outerHTML.slice(0, 80)),
    ];
  })()`);
  await page.emulateMedia({ media: null });
  return faults;
}

/** With the reader's own colours (Windows' contrast themes), edges and the focus must be lines, not shades. */
export async function forcedColourFaults(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.evaluate("document.querySelector('.mark').focus()");
  await page.keyboard.press('Tab');
  const faults = await page.evaluate<string[]>(`(() => {
    const hasEdge = (node) => ['Top', 'Left'].every((side) => {
      const style = getComputedStyle(node);
      return style['border' + side + 'Style'] !== 'none' && parseFloat(style['border' + side + 'Width']) >= 1;
    });
    const edged = [...document.querySelectorAll('.button, select, textarea, .tag, .notice, .banner, dialog, .languages, input:not([type=radio], [type=checkbox], [type=file])')];
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
    return [
      ...edged.filter((node) => node.checkVisibility() && !hasEdge(node)).map((node) => 'no edge: ' + node.outerHTML.slice(0, 80)),
      ...(outlineStyle === 'none' || parseFloat(outlineWidth) < 2 ? ['the focus is not seen on ' + document.activeElement.outerHTML.slice(0, 80)] : []),
    ];
  })()`);
  await page.emulateMedia({ forcedColors: null });
  return faults;
}

/** What moves although the reader has asked for reduced motion. */
export async function motionFaults(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const faults = await page.evaluate<string[]>(`[
    ...document.getAnimations().map(({ effect }) => 'moves: ' + effect.target?.outerHTML.slice(0, 80)),
    ...[...document.querySelectorAll('*')].filter((node) => !/^0s(, 0s)*$/.test(getComputedStyle(node).transitionDuration))
      .map((node) => 'glides: ' + node.outerHTML.slice(0, 80)),
  ]`);
  await page.emulateMedia({ reducedMotion: null });
  return faults;
}
