import { logLines } from '../log-lines.ts';
import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { rowInput, serveRow } from '../../../../lib/adapters/machine/serve-row.ts';

const context = { awsRequestId: '00000000-0000-4000-8000-000000000000' };
const input = rowInput(z.object({}));
const task = {
  requestId: '01KAH7M0000000000000000001',
  row: { no: 6, state: '06-mio-decide', actor: 'mio' },
  with: {},
};

describe('a finished row', () => {
  it('leaves one line: its state, the request, milliseconds and the metric', async () => {
    const handler = serveRow(input, () => Promise.resolve('told'));
    const lines = await logLines(() => handler(task, context));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      outcome: 'done',
      code: 'done',
      milliseconds: expect.any(Number),
      row: '06-mio-decide',
      request: task.requestId,
      _aws: { CloudWatchMetrics: [{ Dimensions: [['area', 'outcome']] }] },
    });
  });

  it('leaves one line when it failed, and the machine is told', async () => {
    const handler = serveRow(input, () => Promise.reject(new Error('Иванов Пётр')));
    const lines = await logLines(() => expect(handler(task, context)).rejects.toThrow('Иванов'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ level: 'ERROR', outcome: 'failed', row: '06-mio-decide' });
    expect(JSON.stringify(lines)).not.toContain('Иванов');
  });

  it.each([
    ['a state', { ...task, row: { ...task.row, state: '06-850101300123' } }],
    ['a state in Cyrillic', { ...task, row: { ...task.row, state: 'Иванов Пётр 850101300123' } }],
    ['an identifier', { ...task, requestId: '850101300123' }],
    ['the whole input', 'Иванов Пётр 850101300123'],
    ['what is not asked for', { ...task, 'Иванов Пётр': '850101300123', with: { iin: '850101300123' } }],
  ])('never names a person who appears instead of %s', async (_, given) => {
    const handler = serveRow(input, () => Promise.resolve(undefined));
    const lines = await logLines(() => handler(given, context).catch(() => {}));
    expect(lines).toHaveLength(1);
    expect(JSON.stringify(lines)).not.toMatch(/850101300123|Иванов/);
  });
});
