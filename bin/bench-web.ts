import type { Browser } from 'playwright-core';
import type { Grant } from '../lib/domain/identity/session.ts';
import type { DemoPerson } from '../lib/local/demo/people-file.ts';
import { call } from '../lib/local/http/client.ts';
import { openBrowser, visit } from './browser/open-browser.ts';
import { screens, type Screen } from './browser/screens.ts';
import { setStage, type Stage } from './browser/stage.ts';
import { readCommand, wholeNumber } from './command.ts';
import { startPlatform } from './fuzz-http/start-platform.ts';

// `npm run bench:web`: how long a first visit to each main screen takes on a slow connection and an old phone, and its
// size. Nothing is cached. It prints and asserts nothing, because times depend on the machine; a test checks the sizes.
const { values, positionals } = readCommand(
  `npm run bench:web [-- --runs 3 --stale SCREEN …]
The main screens on Slow 3G with the processor four times slower. Of a first visit: seconds until the page has its name,
until it can be used, and what had come by then. Of a move there from another page of ours: seconds until it can be used.
--stale: of people whose last visit is longer ago than an access token lives, so that it has to be renewed first.`,
  { allowPositionals: true, options: { runs: { type: 'string', default: '3' }, stale: { type: 'boolean' } } },
);
const runs = wholeNumber('--runs', values.runs);

/** Slow 3G as in Chromium's own tools: a round trip takes 2 seconds, and 50 kB arrive in a second. */
const SLOW_3G = { offline: false, latency: 2000, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const SLOWER = 4;
const WANTED = 5;

interface Measured {
  readonly named: number;
  readonly usable: number;
  readonly bytes: number;
  readonly answers: number;
  readonly moved: number;
}

const platform = await startPlatform();
const browser = await openBrowser();
try {
  const stage = await setStage(platform);
  console.log(`medians of ${runs}; wanted: usable in ${WANTED} s`);
  console.log(`${'screen'.padEnd(10)} named  usable     came   of answers  moved`);
  for (const screen of screens.filter(({ name }) => positionals.length === 0 || positionals.includes(name))) {
    const all: Measured[] = [];
    for (let run = 0; run < runs; run += 1) all.push(await measure(browser, screen, stage));
    const middle = (of: keyof Measured) => all.map((each) => each[of]).toSorted((a, b) => a - b)[runs >> 1]!;
    console.log(
      `${screen.name.padEnd(10)} ${middle('named').toFixed(1)} s  ${middle('usable').toFixed(1)} s  ${kilobytes(middle('bytes'))}   ${kilobytes(middle('answers'))}     ${middle('moved').toFixed(1)} s`,
    );
  }
} finally {
  await browser.close();
  await platform.stop();
}

async function measure(on: Browser, { as, at, shows }: Screen, stage: Stage): Promise<Measured> {
  const { context, page } = await visit(on, { language: 'kk', width: 390, touch: true });
  if (as) await page.addInitScript(`localStorage.setItem('session', ${JSON.stringify(await sessionOf(as(stage)))})`);
  const line = await context.newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', SLOW_3G);
  await line.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  let [bytes, answers] = [0, 0];
  const asked = new Set<string>();
  line.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Fetch') asked.add(requestId);
  });
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes += encodedDataLength;
    if (asked.has(requestId)) answers += encodedDataLength;
  });
  const since = (from: number) => (performance.now() - from) / 1000;
  const start = performance.now();
  await page.goto(platform.url + at(stage), { waitUntil: 'commit' });
  await page.locator('h1').first().waitFor();
  const named = since(start);
  await page.locator(shows).first().waitFor();
  const first = { named, usable: since(start), bytes, answers };
  const moved = await move();
  await context.close();
  return { ...first, moved };

  /** Through a link on another page, after all scripts have been loaded in its background (web/service-worker.ts). */
  async function move() {
    await page.goto(platform.url + (as ? '/app/account' : '/app/help'), { waitUntil: 'networkidle' });
    await page.evaluate(`(() => {
      const link = document.createElement('a');
      link.href = ${JSON.stringify(at(stage))};
      document.body.append(link);
      globalThis.link = link;
    })()`);
    const from = performance.now();
    await page.evaluate('link.click()');
    await page.locator(shows).first().waitFor();
    return since(from);
  }
}

/**
 * What a browser stores for a person who signed in before. A refresh token is valid once, so each visit has its own.
 */
async function sessionOf({ iin, password }: DemoPerson): Promise<string> {
  const { account, role, refreshToken, sessionEndsAt, accessToken, expiresIn } = await call<Grant>(
    platform.url,
    'POST',
    '/sessions',
    {
      iin,
      password,
    },
  );
  const access = { token: accessToken, until: Date.now() + expiresIn * 1000 };
  return JSON.stringify({ account, role, endsAt: sessionEndsAt, refreshToken, ...(!values.stale && { access }) });
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`.padStart(8);
}
