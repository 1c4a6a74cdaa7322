import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { readIin } from '../../../lib/domain/identity/iin.ts';
import { demoIin } from '../../../lib/local/demo/demo-number.ts';
import type { RunningPlatform } from '../../flows/running-platform.ts';

/** Signs an employee in on the page they wanted, and waits for its title. */
export async function enter(
  page: Page,
  platform: Pick<RunningPlatform, 'url' | 'person'>,
  slug: string,
  path: string,
  title = '.staff h1',
): Promise<void> {
  const { iin, password } = platform.person(slug);
  await page.goto(`${platform.url}${path}`);
  await page.fill('#iin', iin);
  await page.fill('#password', password);
  await page.locator('form button.button').click();
  await page.locator(title).waitFor();
}

type Put = (line: Locator, text: string) => Promise<void>;
const fill: Put = (line, text) => line.fill(text);

/** By the Tab key and letters alone. */
export const typeInto =
  (page: Page): Put =>
  async (line, text) => {
    await tabTo(page, line);
    await page.keyboard.type(text);
  };

/** Fills every empty field of a form with valid values: days, answers, lines. */
export async function fillIn(page: Page, within: string, put: Put = fill): Promise<void> {
  await page.locator(`${within} .field`).first().waitFor();
  for (const field of await page.locator(`${within} .field`).all()) {
    if ((await field.locator('[name=outcome]').count()) > 0) continue;
    if ((await field.locator('.dates').count()) > 0)
      for (const [index, part] of (await dayFor(page, field)).entries())
        await put(field.locator('input').nth(index), part);
    else if ((await field.locator('[type=radio]').count()) > 0) await field.locator('[type=radio]').first().check();
    else if ((await field.locator('select').count()) > 0) await chooseFirst(field.locator('select'));
    else await fillLine(field, put);
  }
}

/** The day of a field in its three parts; a day of birth is taken from the IIN. */
async function dayFor(page: Page, field: Locator): Promise<readonly string[]> {
  const name = (await field.locator('input').first().getAttribute('id')) ?? '';
  if (!/birthDate/i.test(name)) return ['01', '09', '2026'];
  const iin = page.locator(name === 'birthDate' ? '#iin' : '#childIin');
  const facts = readIin((await iin.count()) > 0 ? await iin.inputValue() : '');
  return ((typeof facts === 'object' && facts.birthDate) || born).split('-').reverse();
}

/** A child's; each form gets another child. */
const born = '2021-05-06';
let children = 0;

async function chooseFirst(list: Locator) {
  if ((await list.inputValue()) === '') await list.selectOption({ index: 1 });
}

async function fillLine(field: Locator, put: Put) {
  const line = field.locator('input, textarea');
  if ((await line.inputValue()) !== '') return;
  const hint = (await field.locator('.hint').count()) > 0 ? await field.locator('.hint').innerText() : '';
  const length = /(\d\d?)/.exec(hint)?.[1];
  if ((await line.getAttribute('id')) === 'childIin') return put(line, demoIin(born, 'male', (children += 1)));
  const isPhone = (await line.getAttribute('type')) === 'tel';
  const isNumber = (await line.getAttribute('inputmode')) === 'numeric';
  const digits = '1'.repeat(Number(length ?? 1));
  return put(line, isPhone ? '87252530000' : length !== undefined || isNumber ? digits : 'по месту требования');
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
export async function tabTo(page: Page, wanted: string | Locator): Promise<void> {
  const target = typeof wanted === 'string' ? page.locator(wanted).first() : wanted;
  for (let step = 0; step < 60; step += 1) {
    if (await target.evaluate((node) => node.matches(':focus'))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${String(wanted)}; the focus is on ${await focused(page)}`);
}

/** With the arrow keys, as people use a list without a mouse. */
export async function choose(page: Page, list: string, value: string) {
  await page.locator(`${list} option[value="${value}"]`).waitFor({ state: 'attached' });
  const all = await page.locator(`${list} option`).evaluateAll((each) => each.map((one) => one.getAttribute('value')));
  for (let step = 0; step < all.indexOf(value); step += 1) await page.keyboard.press('ArrowDown');
}

/** Signs with a key file, by the keyboard alone: only the window in which the file is chosen is the system's. */
export async function signByKeyboard(page: Page, platform: RunningPlatform, slug: string, key: KeyOf): Promise<void> {
  const person = platform.person(slug);
  // Listened to before the key is pressed: else the browser opens a window of its own.
  const chooser = page.waitForEvent('filechooser');
  await tabTo(page, '.ways [name=way]:checked');
  while ((await page.locator('.way [type=file][accept*=".p12"]').count()) === 0) await page.keyboard.press('ArrowDown');
  await tabTo(page, '.way [type=file]');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(join(platform.demoDir, person[key]));
  await page.locator('#key-password:focus').waitFor();
  await page.keyboard.type(person.keyPassword);
  await tabTo(page, '.way .buttons .button');
  await page.keyboard.press('Enter');
}
