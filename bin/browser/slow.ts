import { createHash } from 'node:crypto';
import type { BrowserContext, Page, Route } from 'playwright-core';

/** Milliseconds that the slowest script of a page takes to arrive; 0: no script waits. */
const slowest = Number(process.env['SLOW_PAGES'] ?? 0);
/** How many times slower the processor seems; 1: as it is. */
const slowdown = Number(process.env['SLOW_CPU'] ?? 1);

/** Between 0 and 1, always the same for a name: what came late once comes late again. */
const chanceOf = (name: string) => createHash('sha256').update(name).digest().readUInt32BE() / 2 ** 32;

/** Without what is new in each build and each run: hashes in names of files, ids of requests. */
const nameOf = (method: string, path: string) =>
  `${method} ${path.replace(/-[\w-]{6}(?=\.\w+$)/, '').replaceAll(/[\da-f-]{36}/g, ':id')}`;

/** A script takes a fifth to the whole of the longest time, an answer of the API a fifteenth to a third. */
function delayOf(method: string, path: string): number {
  const chance = chanceOf(nameOf(method, path));
  if (path.endsWith('.js')) return slowest * (0.2 + 0.8 * chance);
  return slowest * (1 / 15 + (4 / 15) * chance);
}

/**
 * Lets what a page loads later arrive late and in another order than on a quick machine (`SLOW_PAGES`), and lets the page's
 * own processor work slowly (`SLOW_CPU`), so that a test that only wins a race loses it.
 */
export async function slowDown(context: BrowserContext): Promise<void> {
  if (slowest > 0) {
    await context.addInitScript(withoutWorker);
    await context.route('**/*', late);
  }
  if (slowdown > 1) context.on('page', (page) => void throttle(page));
}

/** A service worker would have the scripts already; only a counter cannot do without. */
const withoutWorker = `if (!/^\\/app\\/(?:counter|outbox)/.test(location.pathname)) delete Navigator.prototype.serviceWorker`;

async function late(route: Route) {
  const request = route.request();
  const isLate = ['script', 'fetch', 'xhr'].includes(request.resourceType());
  if (isLate)
    await new Promise((resolve) => setTimeout(resolve, delayOf(request.method(), new URL(request.url()).pathname)));
  // The page may have been closed meanwhile.
  await route.continue().catch(() => {});
}

async function throttle(page: Page) {
  const debug = await page.context().newCDPSession(page);
  await debug.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
}
