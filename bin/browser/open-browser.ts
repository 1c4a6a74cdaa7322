import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page, type Request } from 'playwright-core';
import { slowDown } from './slow.ts';

/** Debian's, or the one that `CHROMIUM` names; the library brings none. */
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
export const hasBrowser = existsSync(executablePath);

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** `more`: additional flags of Chromium that a test needs. */
export const openBrowser = (...more: readonly string[]): Promise<Browser> =>
  chromium.launch({ executablePath, args: [...args, ...more] });

export interface Visitor {
  readonly language: 'kk' | 'ru';
  readonly width: number;
  /** A touch screen: what a phone's browser says about itself. */
  readonly touch?: boolean;
}

/** A visitor of their own. Keeps the page's errors: violations of its policy, and uncaught errors. */
export async function visit(browser: Browser, { language, width, touch = false }: Visitor) {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    hasTouch: touch,
    isMobile: touch,
    locale: language === 'kk' ? 'kk-KZ' : 'ru-RU',
    timezoneId: 'Asia/Almaty',
  });
  context.setDefaultTimeout(60_000);
  await slowDown(context);
  context.on('page', countRequests);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // To the browser, a refusal that a page expects is a failed request.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) complaints.push(message.text());
  });
  return { context, page, complaints };
}

const underWay = new WeakMap<Page, Set<Request>>();

function countRequests(page: Page) {
  const requests = new Set<Request>();
  underWay.set(page, requests);
  page.on('request', (request) => requests.add(request));
  page.on('requestfinished', (request) => requests.delete(request));
  page.on('requestfailed', (request) => requests.delete(request));
}

/** Whether a page waits for a script or an answer; only of pages of `visit`. */
export const isWaiting = (page: Page): boolean => (underWay.get(page)?.size ?? 0) > 0;
