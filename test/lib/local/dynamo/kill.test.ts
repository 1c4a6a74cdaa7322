import { describe, expect, it } from '@jest/globals';
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { openDynamo } from '../../../../lib/local/dynamo/open-dynamo.ts';
import { chance } from '../../../chance.ts';
import { newFolder } from '../serve.ts';
import { table } from './case-table.ts';

const KILLS = 8;
const SEED = 20_261_128;

/** One life of the writers, to `kill -9` after this many acknowledged writes; returns the last one of each writer. */
const live = (folder: string, life: number, writes: number) =>
  new Promise<Map<number, string | null>>((resolve) => {
    const acknowledged = new Map<number, string | null>();
    const execArgv = ['--disable-warning=ExperimentalWarning'];
    const child = fork(join(import.meta.dirname, 'killed-writer.ts'), [folder, String(life)], { execArgv });
    let heard = 0;
    child.on('message', (message: { writer: number; n: string | null }) => {
      acknowledged.set(message.writer, message.n);
      if ((heard += 1) === writes) child.kill('SIGKILL');
    });
    child.once('close', () => resolve(acknowledged));
  });

type Row = Readonly<Record<string, { readonly S: string }>>;

describe('a table killed while it writes', () => {
  it(`has every acknowledged write, and an index that agrees with its items, after ${KILLS} kill -9`, async () => {
    const folder = newFolder();
    const random = chance(SEED);
    for (let life = 0; life < KILLS; life += 1) {
      const acknowledged = await live(folder, life, 1 + Math.floor(random() * 300));
      const dynamo = await openDynamo(folder, [table]);
      const scan = async (more: object) =>
        ((await dynamo.call('Scan', { TableName: table.name, ...more })) as { Items: readonly Row[] }).Items;
      const items = await scan({});
      const rows = await scan({ IndexName: 'byOffice' });
      const plain = (all: readonly Row[]) => all.map((each) => JSON.stringify(each)).sort();
      expect(plain(rows)).toEqual(plain(items));
      expect(acknowledged.size).toBeGreaterThan(0);
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
