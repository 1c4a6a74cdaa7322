import { describe, expect, it } from '@jest/globals';
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDynamo } from '../../../../lib/local/dynamo/open-dynamo.ts';
import { chance } from '../../../../lib/local/chance.ts';
import { newFolder } from '../serve.ts';
import { table } from './case-table.ts';

const KILLS = 8;
const SEED = 20_261_128;

/** One life of the writers, to `kill -9` after this many writes; returns the last acknowledged one of each writer. */
const live = (folder: string, life: number, writes: number) =>
  new Promise<Map<number, string | null>>((resolve) => {
    const file = join(newFolder(), 'acknowledged');
    const execArgv = ['--disable-warning=ExperimentalWarning'];
    const child = fork(join(import.meta.dirname, 'killed-writer.ts'), [folder, String(life), file], { execArgv });
    let heard = 0;
    child.on('message', () => {
      if ((heard += 1) === writes) child.kill('SIGKILL');
    });
    child.once('close', () => {
      const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
      const acknowledged = lines.map((line) => JSON.parse(line) as { writer: number; n: string | null });
      resolve(new Map(acknowledged.map(({ writer, n }) => [writer, n])));
    });
  });

type Row = Readonly<Record<string, { readonly S: string; readonly N?: string }>>;

describe('a table killed while it writes', () => {
  it(`has every acknowledged write, an index that agrees with its items, and no transaction by halves, after ${KILLS} kill -9`, async () => {
    const folder = newFolder();
    const random = chance(SEED);
    for (let life = 0; life < KILLS; life += 1) {
      const acknowledged = await live(folder, life, 20 + Math.floor(random() * 300));
      const dynamo = await openDynamo(folder, [table]);
      const scan = async (more: object) =>
        ((await dynamo.call('Scan', { TableName: table.name, ...more })) as { Items: readonly Row[] }).Items;
      const items = await scan({});
      const rows = await scan({ IndexName: 'byOffice' });
      const plain = (all: readonly Row[]) => all.map((each) => JSON.stringify(each)).sort();
      expect(plain(rows)).toEqual(plain(items.filter(({ office }) => office)));
      expect(acknowledged.size).toBeGreaterThan(0);
      const counter = items.find(({ pk }) => pk?.S === 'counted');
      expect(Number(counter?.['n']?.N ?? 0)).toBe(items.filter(({ office }) => office?.S === 'counted').length);
      for (const [writer, n] of acknowledged) {
        const item = items.find((each) => each['pk']?.S === String(writer));
        // The write after the last acknowledged one may have succeeded as well.
        const number = (text: string) => Number(text.split('-')[1]);
        if (item && n !== null) expect(number(item['n']?.S ?? '') - number(n)).toBeGreaterThanOrEqual(0);
        if (!item && n !== null) expect(number(n) % 5).toBe(3);
      }
      await dynamo.close();
    }
  });
});
