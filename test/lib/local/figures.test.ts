import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { outcomeChannel } from '../../../lib/adapters/outcome.ts';
import { openFigures } from '../../../lib/local/figures.ts';

let figures: ReturnType<typeof openFigures>;
beforeEach(() => {
  figures = openFigures();
});
afterEach(() => figures.close());
const publish = (area: string, outcome: string, milliseconds: number) =>
  outcomeChannel.publish({ area, outcome, milliseconds });

it('says so if nothing has been called', () => {
  expect(figures.page()).toContain('Вызовов ещё не было.');
});

it('counts by area and outcome, with median and p99 of the durations', () => {
  for (let n = 1; n <= 100; n += 1) publish('cabinet', 'done', n);
  publish('cabinet', 'failed', 7);
  const cells = ['cabinet', '100', '50', '99', '0', '', '', '1', '7', '7'];
  expect(figures.page()).toContain(`<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
});

it('keeps the last thousand durations and continues to count', () => {
  for (let n = 0; n < 1000; n += 1) publish('queue', 'done', 9999);
  for (let n = 0; n < 1000; n += 1) publish('queue', 'done', 5);
  expect(figures.page()).toContain('<td>queue</td><td>2000</td><td>5</td><td>5</td>');
});

it('counts nothing after it was closed', () => {
  figures.close();
  publish('drafts', 'done', 1);
  expect(figures.page()).not.toContain('drafts');
});
