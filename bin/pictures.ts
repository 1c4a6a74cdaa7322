import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { DemoPerson } from '../lib/local/demo/people-file.ts';
import { openBrowser, visit, type Visitor } from './browser/open-browser.ts';
import { squeeze } from './browser/squeeze.ts';
import { setStage, type Stage } from './browser/stage.ts';
import { startPlatform } from './fuzz-http/start-platform.ts';
import { readCommand } from './command.ts';

// `npm run pictures`: the main screens as PNG files, of a platform of its own, to be laid beside the design and looked at.
// Each screen is drawn wide in one language and narrow in the other, by turns.
const folder = join(import.meta.dirname, '../docs/pictures');
const { positionals } = readCommand(
  `npm run pictures [-- SCREEN …]
Draws the main screens into docs/pictures; with names, only those screens.`,
  { allowPositionals: true },
);

interface Screen {
  readonly name: string;
  readonly as?: (stage: Stage) => DemoPerson;
  readonly at: (stage: Stage) => string;
  /** What is on the page when it can be drawn. */
  readonly shows: string;
  readonly before?: (page: Page) => Promise<void>;
}

const citizen = ({ citizen: person }: Stage) => person;
const officer = ({ officer: person }: Stage) => person;

const screens: readonly Screen[] = [
  { name: 'home', as: citizen, at: () => '/', shows: '.rows' },
  { name: 'service', at: () => '/app/services/south-kazakhstan-unemployed-certificate', shows: '.both' },
  { name: 'sign-in', at: () => '/app/sign-in', shows: 'form' },
  {
    name: 'form',
    as: citizen,
    at: ({ draft }) => `/app/requests/${draft}/form`,
    shows: 'form',
    before: async (page) => {
      await page.fill('#sik', '000000000000000');
      await page.locator('form .button').click();
      await page.locator('.summary').waitFor();
    },
  },
  {
    name: 'scans',
    as: citizen,
    at: ({ withScans }) => `/app/requests/${withScans}/scans`,
    shows: '.drop',
    before: async (page) => {
      const file = { name: 'kuelik-demo.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%demo\n') };
      const inputs = page.locator('.rows > li').nth(0).locator('input[type=file]').last();
      await inputs.setInputFiles(file);
      await page.locator('.rows > li').nth(0).locator('.tag').waitFor();
      const wrong = { name: 'anyqtama.heic', mimeType: 'image/heic', buffer: Buffer.from('demo') };
      await page.locator('.rows > li').nth(3).locator('input[type=file]').last().setInputFiles(wrong);
      await page.locator('.fault').waitFor();
    },
  },
  { name: 'check', as: citizen, at: ({ draft }) => `/app/requests/${draft}/check`, shows: '.ways' },
  { name: 'sent', as: citizen, at: ({ inWork }) => `/app/requests/${inWork}/sent`, shows: '.banner strong' },
  { name: 'requests', as: citizen, at: () => '/app/requests', shows: '.rows > li' },
  { name: 'request', as: citizen, at: ({ inWork }) => `/app/requests/${inWork}`, shows: '.tracker' },
  { name: 'issued', as: citizen, at: ({ issued }) => `/app/requests/${issued}`, shows: '.tracker' },
  {
    name: 'offer',
    as: citizen,
    at: ({ offered }) => `/app/requests/${offered}/offer`,
    shows: 'fieldset',
    before: async (page) => {
      await page.locator('[name=answer]').first().check();
      await page.locator('.ways').waitFor();
    },
  },
  { name: 'verify', at: ({ document }) => `/app/verify?number=${document}`, shows: '.banner' },
  { name: 'queue', as: officer, at: () => '/app/work', shows: '.queue' },
  { name: 'work', as: officer, at: ({ inWork }) => `/app/work/${inWork}`, shows: '.halves' },
  { name: 'counter', as: ({ operator }) => operator, at: () => '/app/counter', shows: 'form' },
  { name: 'places', as: ({ head }) => head, at: () => '/app/places', shows: 'main form, main .queue, main .rows' },
];

const visitors = [
  { language: 'kk', width: 1280 },
  { language: 'ru', width: 390, touch: true },
  { language: 'ru', width: 1280 },
  { language: 'kk', width: 390, touch: true },
] as const satisfies readonly Visitor[];

const platform = await startPlatform();
const browser = await openBrowser();
try {
  const stage = await setStage(platform);
  if (positionals.length === 0) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [index, screen] of screens.entries()) {
    if (positionals.length > 0 && !positionals.includes(screen.name)) continue;
    for (const visitor of index % 2 === 0 ? visitors.slice(0, 2) : visitors.slice(2))
      await draw(screen, stage, visitor);
  }
} finally {
  await browser.close();
  await platform.stop();
}
const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
console.log(
  `${sizes.length} pictures, ${(sizes.reduce((sum, size) => sum + size, 0) / 1000).toFixed(0)} kB in docs/pictures`,
);

async function draw({ name, as, at, shows, before }: Screen, stage: Stage, visitor: Visitor) {
  const { context, page, complaints } = await visit(browser, visitor);
  if (as) await enter(page, as(stage));
  await page.goto(platform.url + at(stage));
  await page.locator(shows).first().waitFor();
  await before?.(page);
  await page.waitForLoadState('networkidle');
  const picture = await page.screenshot({ fullPage: true, animations: 'disabled' });
  writeFileSync(join(folder, `${name}-${visitor.language}-${visitor.width}.png`), squeeze(picture));
  for (const complaint of complaints) console.error(`${name}: ${complaint}`);
  await context.close();
}

async function enter(page: Page, { iin, password }: DemoPerson) {
  await page.goto(`${platform.url}/app/sign-in`);
  await page.fill('#iin', iin);
  await page.fill('#password', password);
  await page.locator('form .button').click();
  await page.waitForURL((url) => url.pathname !== '/app/sign-in');
}
