import type { Page } from 'playwright-core';
import type { DemoPerson } from '../../lib/local/demo/people-file.ts';
import type { Stage } from './stage.ts';

/** A main screen of the pages. */
export interface Screen {
  readonly name: string;
  readonly as?: (stage: Stage) => DemoPerson;
  readonly at: (stage: Stage) => string;
  /** What is on the page when it is ready to be drawn. */
  readonly shows: string;
  readonly before?: (page: Page) => Promise<void>;
}

const citizen = ({ citizen: person }: Stage) => person;
const officer = ({ officer: person }: Stage) => person;

/** In the order of use: those for everybody and for a citizen, then those for employees. */
export const screens: readonly Screen[] = [
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
      await page.locator('progress').waitFor({ state: 'detached' });
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
