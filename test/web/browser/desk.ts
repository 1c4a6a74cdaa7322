import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { readIin } from '../../../lib/domain/identity/iin.ts';
import { demoIin } from '../../../lib/local/demo/demo-number.ts';
import type { RunningPlatform } from '../../flows/running-platform.ts';

/** Signs an employee in on the page they wanted, and waits for its title. */
export async function enter(page: Page, platform: RunningPlatform, slug: string, path: string): Promise<void> {
  const { iin, password } = platform.person(slug);
  await page.goto(`${platform.url}${path}`);
  await page.fill('#iin', iin);
  await page.fill('#password', password);
  await page.locator('form button.button').click();
  await page.locator('.staff h1').waitFor();
}

/** Fills every empty field of a form with valid values: days, answers, lines. */
export async function fillIn(page: Page, within: string): Promise<void> {
  for (const field of await page.locator(`${within} .field`).all()) {
    if ((await field.locator('[name=outcome]').count()) > 0) continue;
    if ((await field.locator('.dates').count()) > 0)
      for (const [index, part] of (await dayFor(page, field)).entries())
        await field.locator('input').nth(index).fill(part);
    else if ((await field.locator('[type=radio]').count()) > 0) await field.locator('[type=radio]').first().check();
    else if ((await field.locator('select').count()) > 0) await chooseFirst(field.locator('select'));
    else await fillLine(field);
  }
}

/** The day of a field in its three parts; a day of birth is taken from the IIN. */
async function dayFor(page: Page, field: ReturnType<Page['locator']>): Promise<readonly string[]> {
  const name = (await field.locator('input').first().getAttribute('id')) ?? '';
  if (!/birthDate/i.test(name)) return ['01', '09', '2026'];
  const iin = page.locator(name === 'birthDate' ? '#iin' : '#childIin');
  const facts = readIin((await iin.count()) > 0 ? await iin.inputValue() : '');
  return (typeof facts === 'object' ? facts.birthDate : born).split('-').reverse();
}

/** A child's. */
const born = '2021-05-06';

async function chooseFirst(list: ReturnType<Page['locator']>) {
  if ((await list.inputValue()) === '') await list.selectOption({ index: 1 });
}

async function fillLine(field: ReturnType<Page['locator']>) {
  const line = field.locator('input, textarea');
  if ((await line.inputValue()) !== '') return;
  const hint = (await field.locator('.hint').count()) > 0 ? await field.locator('.hint').innerText() : '';
  const length = /(\d\d?)/.exec(hint)?.[1];
  if ((await line.getAttribute('id')) === 'childIin') return line.fill(demoIin(born, 'male', 1));
  const isPhone = (await line.getAttribute('type')) === 'tel';
  const isNumber = (await line.getAttribute('inputmode')) === 'numeric';
  const digits = '1'.repeat(Number(length ?? 1));
  await line.fill(isPhone ? '87252530000' : length !== undefined || isNumber ? digits : 'по месту требования');
}

export type KeyOf = 'keyFile' | 'gostKeyFile';

/** Chooses the key file of a person and types its password; the caller presses the button that signs. */
export async function bringKey(page: Page, platform: RunningPlatform, slug: string, key: KeyOf): Promise<void> {
  const person = platform.person(slug);
  await page.locator('.ways label', { hasText: '.p12' }).click();
  await page.setInputFiles('.way input[type=file]', join(platform.demoDir, person[key]));
  await page.fill('#key-password', person.keyPassword);
}

/** The same with slow presses, as some people do. */
export async function sign(page: Page, platform: RunningPlatform, slug: string, key: KeyOf): Promise<void> {
  await bringKey(page, platform, slug, key);
  await page.locator('.way .buttons .button').click({ delay: 300 });
}

/** What has the focus, as a person would name it. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate('(({ id, textContent, tagName }) => id || textContent.trim() || tagName)(document.activeElement)');

/** What would have been printed: the page's print dialog stays closed, and is counted. */
export const countPrints = (page: Page): Promise<unknown> =>
  page.addInitScript('window.prints = 0; window.print = () => { window.prints += 1; };');

/** Waits for the print dialog, which opens by itself. */
export async function awaitPrint(page: Page): Promise<void> {
  while ((await page.evaluate<number>('window.prints')) !== 1) await wait(50);
}

/** Presses the Tab key until the wanted element has the focus. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  const target = page.locator(selector).first();
  for (let step = 0; step < 60; step += 1) {
    if (await target.evaluate((node) => node.matches(':focus'))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${selector}; the focus is on ${await focused(page)}`);
}
