import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { listPlots } from '../../bin/story/plots.ts';
import { playJourney, type Way } from '../../lib/local/story/journey.ts';
import type { Metered } from '../../lib/local/meter/meter.ts';
import { RunningPlatform } from './running-platform.ts';

// `npm run story -- ID`: every channel can be played by it; two of them show all that its people do.
const platform = new RunningPlatform();
const meter = join(platform.dataDir, 'meter.jsonl');
beforeAll(() => platform.start(0, '--unthrottled', '--meter', meter));
afterAll(() => platform.remove());

async function play(id: string, way: Way) {
  const plot = listPlots().find((one) => one.id === id)!.plot;
  const { url, demoDir } = platform;
  return playJourney({ url, demoDir, name: `journey-${id}`, key: 'rsa', plot, way, tell: () => undefined });
}

/** The numbers of the rows that the history names, each once, in their order. */
const rowsIn = ({ history }: Awaited<ReturnType<typeof play>>) => [
  ...new Set(history.flatMap(({ row }) => (row && /^\d\d-/.test(row) ? [Number(row.slice(0, 2))] : []))),
];

it('plays a channel on paper with people whom the demo did not have', async () => {
  const journey = await play('akmola-unemployed-certificate-paper', 'approve');
  expect(journey.state).toBe('issued');
  expect(rowsIn(journey)).toContain(1);
  expect(rowsIn(journey)).toEqual(rowsIn(journey).toSorted((one, other) => one - other));
});

it('appeals against a refusal at a counter, and gets what was applied for', async () => {
  const { state, history } = await play('mangystau-unemployed-certificate-con', 'appeal');
  expect(state).toBe('issued');
  expect(history.some(({ text }) => text.ru.includes('отказ'))).toBe(true);
});

// Both journeys above: how often people look changes none of these counts.
it('reads a request once for each row, and no employee whom the authorizer has just read', () => {
  const lines = readFileSync(meter, 'utf8').trimEnd().split('\n');
  const metered = lines.map((line) => JSON.parse(line) as Metered);
  const rows = metered.flatMap((line) => (line.is === 'run' && line.via === 'machine' ? [line.name] : []));
  const readBy = (item: string, names: readonly string[]) =>
    metered.filter(
      (line) => line.is === 'table' && line.read > 0 && line.item === item && names.some((name) => line.by === name),
    ).length;
  const reads = readBy('REQUEST', [...new Set(rows)]);
  expect(rows.length).toBeGreaterThan(20);
  expect(reads).toBeGreaterThan(20);
  // The sweeper may write between a row's read and its write: then the row reads again.
  expect(reads).toBeLessThanOrEqual(rows.length + 3);

  const workers = metered.flatMap((line) =>
    line.is === 'run' && /-(show|claim|accept|decide|finish)-work$/.test(line.name) ? [line.name] : [],
  );
  expect(workers.length).toBeGreaterThan(10);
  expect(readBy('ACCOUNT', [...new Set(workers)])).toBe(0);
});

it('knows every channel of every regulation', () => {
  expect(new Set(listPlots().map(({ id }) => id)).size).toBe(listPlots().length);
  expect(listPlots().every(({ plot, rows }) => plot.workers.length > 0 && rows.size > 0)).toBe(true);
});
