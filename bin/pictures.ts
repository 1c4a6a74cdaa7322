import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { DemoPerson } from '../lib/local/demo/people-file.ts';
import { openBrowser, visit, type Visitor } from './browser/open-browser.ts';
import { squeeze } from './browser/squeeze.ts';
import { screens, type Screen } from './browser/screens.ts';
import { setStage, type Stage } from './browser/stage.ts';
import { startPlatform } from './fuzz-http/start-platform.ts';
import { readCommand } from './command.ts';

// `npm run pictures`: the main screens of a platform of its own as PNG files, for people to compare with the design.
// Each screen is drawn wide in one language and narrow in the other, in turn.
const folder = join(import.meta.dirname, '../docs/pictures');
const { positionals } = readCommand(
  `npm run pictures [-- SCREEN …]
Draws the main screens into docs/pictures; with names, only those screens.`,
  { allowPositionals: true },
);

const visitors = [
  { language: 'kk', width: 1280 },
  { language: 'ru', width: 390, touch: true },
  { language: 'ru', width: 1280 },
  { language: 'kk', width: 390, touch: true },
] as const satisfies readonly Visitor[];

const platform = await startPlatform();
const desk = await openBrowser();
// A picture of a whole page is taken without the touch screen that is emulated: there a finger is said to be the pointer.
const phone = await openBrowser('--blink-settings=primaryPointerType=2,availablePointerTypes=2');
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
  await Promise.all([desk.close(), phone.close()]);
  await platform.stop();
}
const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
console.log(
  `${sizes.length} pictures, ${(sizes.reduce((sum, size) => sum + size, 0) / 1000).toFixed(0)} kB in docs/pictures`,
);

async function draw({ name, as, at, shows, before }: Screen, stage: Stage, visitor: Visitor) {
  const { context, page, complaints } = await visit('touch' in visitor ? phone : desk, visitor);
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
