import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { taskWords } from '../../../lib/domain/request/task-words.ts';
import { demoIin } from '../../../lib/local/demo/demo-number.ts';
import { RunningPlatform } from '../../flows/running-platform.ts';
import { awaitPrint, fillIn, sign } from '../browser/desk.ts';
import { hasBrowser, openBrowser } from '../browser/open-browser.ts';
import { employ, sit, type Seat } from './staff-cast.ts';

const inBrowser = hasBrowser ? describe : describe.skip;
const named = (title: string) => (hasBrowser ? title : `${title} (skipped: no browser)`);

const platform = new RunningPlatform();
const office = 'akmola-employment-akkol';
const seats: Record<string, Seat> = {};
let browser: Browser;
beforeAll(async () => {
  if (!hasBrowser) return;
  [browser] = await Promise.all([openBrowser(), platform.start()]);
  const { offices } = (await (await fetch(`${platform.url}/offices?kind=centre&region=akmola`)).json()) as {
    offices: { code: string }[];
  };
  const people = {
    con: await employ(platform, 'con-operator', offices[0]!.code),
    mio: await employ(platform, 'mio-officer', office),
    head: await employ(platform, 'mio-head', office),
    commission: await employ(platform, 'commission-member', office),
    akim: 'akim-kanat',
  };
  const widths = { con: 1280, mio: 1280, head: 390, commission: 390, akim: 1280 } as const;
  for (const [role, slug] of Object.entries(people)) {
    const language = role === 'mio' || role === 'commission' ? 'ru' : 'kk';
    seats[role] = await sit(browser, platform, { slug, language, width: widths[role as keyof typeof widths] });
  }
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await platform.remove();
});

interface Filing {
  readonly by: string;
  readonly service: string;
  readonly channel?: string;
  readonly birth: string;
}

/** Serves a visitor at a counter; returns the number of the request. */
async function file({ by, service, channel, birth }: Filing): Promise<string> {
  const { page, slug, barriers } = seats[by]!;
  await page.goto(`${platform.url}/app/counter`);
  await page.fill('#iin', demoIin(birth, 'female', 41));
  await page.fill('#fullName', 'Демо Келуші Ұзынесімді-Қосарлыфамилияқызы');
  await page.selectOption('#service', service);
  if (channel) await page.selectOption('#channel', channel);
  await page.selectOption('#office', office);
  await fillIn(page, '[aria-labelledby=form-title]');
  expect(await barriers()).toEqual([]);
  await sign(page, platform, slug, 'keyFile');
  await page.locator('.content > .notice.success p').first().waitFor();
  await awaitPrint(page);
  const said = await page.locator('.content > .notice.success p').first().innerText();
  return /[A-Z]{2}-[A-Z]+-\d{4}-\d+/.exec(said)![0];
}

type Act = (seat: Seat) => Promise<void>;

const done: Act = async ({ page }) => page.locator('#task .buttons .button').first().click();
/** The applicant has come; the paper that they sign is printed by itself. */
const handOver: Act = async ({ page }) => {
  await page.fill('#number', '012345678');
  await page.locator('#task form .buttons .button').click();
  await awaitPrint(page);
};
/** Somebody else has come; half a power is refused with the name of each field. */
const handOverToOther: Act = async ({ page, barriers }) => {
  await page.locator('[name=who]').last().check();
  await page.locator('#task form .buttons .button').click();
  await page.locator('#task .summary a').first().waitFor();
  expect(await page.locator('#task .summary li').count()).toBe(6);
  expect(await barriers()).toEqual([]);
  const lines = {
    number: 'N 012345',
    iin: demoIin('1979-03-03', 'male', 42),
    fullName: 'Демо Өкіл',
    powerNumber: '12-А',
  };
  for (const [name, value] of Object.entries(lines)) await page.fill(`#${name}`, value);
  for (const [name, day] of [
    ['powerIssuedOn', ['15', '01', '2026']],
    ['powerUntil', ['15', '01', '2099']],
  ] as const)
    for (const [index, part] of day.entries()) await page.fill(index === 0 ? `#${name}` : `#${name}-${index}`, part);
  await page.locator('#task form .buttons .button').click();
  await awaitPrint(page);
};
const approve: Act = async ({ page }) => {
  await page.locator('[name=outcome]').first().check();
  await fillIn(page, '#task form');
  await page.locator('#task form .buttons .button').click();
};
const refuse: Act = async ({ page }) => {
  await page.locator('[name=outcome]').last().check();
  await fillIn(page, '#task form');
  await page.locator('#task form .buttons .button').click();
};

/** The task reaches the queue of its worker, is claimed, looked at and done. */
async function does(who: string, number: string, task: keyof typeof taskWords, act: Act): Promise<void> {
  const seat = seats[who]!;
  const { page } = seat;
  const title: readonly string[] = Object.values(taskWords[task]);
  const row = page.locator('.queue tbody tr', { hasText: number });
  await expect(
    poll(async () => {
      await page.goto(`${platform.url}/app/work`);
      await page.locator('.queue, .nothing').first().waitFor();
      const said = (await row.count()) > 0 ? await row.innerText() : '';
      return title.some((each) => said.includes(each));
    }),
  ).resolves.toBe(true);
  await row.locator('.act .button').click();
  await page.locator('#task h2').waitFor();
  expect(title).toContain(await page.locator('#task h2').first().innerText());
  await page.locator('#task .button').first().waitFor();
  expect(await seat.barriers()).toEqual([]);
  const reported = page.waitForResponse(
    (answer) =>
      answer.request().method() === 'POST' && /\/work\/[^/]+\/(?:acceptance|completion|decision)$/.test(answer.url()),
  );
  await act(seat);
  expect((await reported).status()).toBe(200);
  // The same employee may have the request's next task, which opens by itself; tasks of others stay.
  await page.goto(`${platform.url}/app/work`);
}

/** Asks again until it is so, or for a minute. */
async function poll(ask: () => Promise<boolean>): Promise<boolean> {
  for (let look = 0; look < 120; look += 1) {
    if (await ask()) return true;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return false;
}

inBrowser(named('targeted social assistance by the rural akim'), () => {
  let number = '';

  it('is filed at the akim’s counter', async () => {
    number = await file({ by: 'akim', service: 'akmola-targeted-social-assistance', birth: '1980-01-01' });
  });

  it.each([
    ['akim', 'forward', done],
    ['commission', 'survey', done],
    ['commission', 'conclude', done],
    ['akim', 'forward', done],
    ['mio', 'decide', approve],
    ['head', 'sign', done],
    ['mio', 'forward', done],
    ['akim', 'hand-over', handOver],
  ] as const)('%s: %s', async (who, task, act) => does(who, number, task, act), 300_000);
});

inBrowser(named('a paper that a centre takes in and the office refuses'), () => {
  let number = '';

  it('is filed at the centre', async () => {
    const service = 'akmola-unemployed-certificate';
    number = await file({ by: 'con', service, channel: 'paper', birth: '1981-02-02' });
  });

  it.each([
    ['con', 'forward', done],
    ['con', 'forward', done],
    ['mio', 'accept', done],
    ['head', 'assign', done],
    ['mio', 'decide', refuse],
    ['head', 'sign', done],
    ['mio', 'forward', done],
    ['con', 'hand-over', handOverToOther],
  ] as const)('%s: %s', async (who, task, act) => does(who, number, task, act), 300_000);

  it('is known at the centre by its number', async () => {
    const { page, barriers } = seats['con']!;
    await page.goto(`${platform.url}/app/status`);
    await page.fill('#number', number.toLowerCase().replaceAll('-', ' - '));
    await page.keyboard.press('Enter');
    await page.locator('.lines').waitFor();
    expect(await page.locator('.card h2').innerText()).toBe(number);
    expect(await barriers()).toEqual([]);
  });
});

inBrowser(named('the employees together'), () => {
  it('meet no errors and no violations of the content security policy', () => {
    for (const [role, { complaints }] of Object.entries(seats)) expect([role, complaints]).toEqual([role, []]);
  });
});
