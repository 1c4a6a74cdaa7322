import { logLines } from '../log-lines.ts';
import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { changeRequest } from '../../../../lib/domain/request/change.ts';
import { performAndMeasure, rowInput, serveRow, serveStep } from '../../../../lib/adapters/machine/serve-row.ts';
import { draft, numbered } from '../../domain/request/example.ts';
import { memoryRequests } from '../../domain/request/memory-requests.ts';

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

describe('a row after which work opens', () => {
  // Monday noon in Shymkent; the office is open from 9 to 18:30 with a pause from 13:00 to 14:30.
  const needs = {
    requests: memoryRequests(numbered()),
    findService,
    clock: () => new Date('2026-11-23T07:00:00Z'),
  };
  const minutes = (value: number) => ({ by: 'mio', term: { value, unit: 'minute' } }) as const;
  const step = (output: unknown, ahead: readonly ReturnType<typeof minutes>[], passBy = false) =>
    performAndMeasure({ requestId: draft().id, passBy, ahead }, () => Promise.resolve(output), needs);

  it('answers when that first rings, three seconds for the opening included, beside its own answer', async () => {
    expect(await step(undefined, [minutes(40)])).toEqual({ alarmSeconds: 30 * 60 + 3 });
    expect(await step({ outcome: 'found' }, [minutes(40)])).toEqual({ outcome: 'found', alarmSeconds: 30 * 60 + 3 });
  });

  it('means the work that rings first if several may open, and answers nothing more if none may', async () => {
    expect(await step(undefined, [minutes(40), minutes(20)])).toEqual({ alarmSeconds: 15 * 60 + 3 });
    expect(await step({ outcome: 'found' }, [])).toEqual({ outcome: 'found' });
  });

  it('keeps the seconds that an alarm answers for its own work', async () => {
    expect(await step({ alarmSeconds: 7 }, [minutes(40)])).toEqual({ alarmSeconds: 7 });
  });

  it('measures from the time when the row has been performed', async () => {
    let now = needs.clock();
    const late = { ...needs, clock: () => now };
    const work = async () => void (now = new Date('2026-11-23T07:55:00Z'));
    // Five minutes are left before the pause: the quarter of an hour ends after it.
    const task = { requestId: draft().id, passBy: false, ahead: [minutes(20)] };
    expect(await performAndMeasure(task, work, late)).toEqual({ alarmSeconds: (5 + 90 + 10) * 60 + 3 });
  });

  it('performs nothing if a run that begins again passes it by, and measures the same', async () => {
    const untouched = () => Promise.reject(new Error('it was performed'));
    const task = { requestId: draft().id, passBy: true, ahead: [minutes(40)] };
    expect(await performAndMeasure(task, untouched, needs)).toEqual({ alarmSeconds: 30 * 60 + 3 });
  });

  it('answers without it if the request or its card is gone: the alarm will say so', async () => {
    const gone = { ...needs, requests: memoryRequests() };
    const task = { requestId: draft().id, passBy: false, ahead: [minutes(40)] };
    expect(await performAndMeasure(task, () => Promise.resolve(undefined), gone)).toEqual({});
    const carded = { ...needs, findService: () => undefined };
    expect(await performAndMeasure(task, () => Promise.resolve(undefined), carded)).toEqual({});
  });

  it('measures what it has just written, without reading it again', async () => {
    let reads = 0;
    const find = (id: string) => {
      reads += 1;
      return needs.requests.find(id);
    };
    const work = (given: { requestId: string }, { requests }: typeof needs) =>
      changeRequest(requests, given.requestId, (request) => ({ ...request, language: 'kk' }));
    const handler = serveStep(input, work, { ...needs, requests: { ...needs.requests, find } });
    const sent = { ...task, requestId: draft().id, ahead: [minutes(40)] };
    await logLines(async () => expect(await handler(sent, context)).toMatchObject({ alarmSeconds: 30 * 60 + 3 }));
    expect(reads).toBe(1);
  });

  it('takes what the machine sends, and what machines of earlier releases send', async () => {
    const asked: unknown[] = [];
    const handler = serveStep(input, async (given) => void asked.push(given), needs);
    const sent = { ...task, requestId: draft().id };
    await logLines(() => handler({ ...sent, again: 1, passBy: false, ahead: [minutes(40)] }, context));
    await logLines(() => handler(sent, context));
    expect(asked).toMatchObject([
      { again: 1, ahead: [minutes(40)] },
      { again: 0, passBy: false, ahead: [] },
    ]);
  });
});
