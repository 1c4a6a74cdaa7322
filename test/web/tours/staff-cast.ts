import type { Browser, BrowserContext, Page } from 'playwright-core';
import { addPerson } from '../../../lib/local/demo/add-person.ts';
import type { RunningPlatform } from '../../flows/running-platform.ts';
import { countPrints, enter } from '../browser/desk.ts';
import { findBarriers, sideways, visit } from '../browser/open-browser.ts';

/** One more employee of an office, and the name of their key file. */
export async function employ(platform: RunningPlatform, role: Parameters<typeof addPerson>[0]['role'], office: string) {
  const { keyFile } = await addPerson({ role, office }, platform.demoDir, platform.url);
  return /([\w-]+)-rsa/.exec(keyFile)![1]!;
}

/** Signs in by password, and waits until the frame shows who is signed in. */
export async function signIn(page: Page, platform: RunningPlatform, slug: string): Promise<void> {
  const { iin, password } = platform.person(slug);
  await page.goto(`${platform.url}/app/sign-in`);
  await page.fill('#iin', iin);
  await page.fill('#password', password);
  await page.locator('form button.button').click();
  await page.locator('.person button').waitFor();
}

/** An employee with a browser of their own. */
export interface Seat {
  readonly slug: string;
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: readonly string[];
  /** What axe finds there, and by how much the page is too wide. */
  readonly barriers: () => Promise<readonly string[]>;
}

interface Wanted {
  readonly slug: string;
  readonly language: 'kk' | 'ru';
  readonly width: number;
  readonly path?: string;
}

export async function sit(browser: Browser, platform: RunningPlatform, wanted: Wanted): Promise<Seat> {
  const { slug, path = '/app/work' } = wanted;
  const { context, page, complaints } = await visit(browser, wanted);
  await countPrints(page);
  await enter(page, platform, slug, path);
  const barriers = async () => {
    const wide = await sideways(page);
    return [...(await findBarriers(context, page)), ...(wide > 0 ? [`wider than the screen by ${wide}`] : [])];
  };
  return { slug, page, context, complaints, barriers };
}
