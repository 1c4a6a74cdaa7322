import { isRefusal, type Refusal } from '../../../../lib/domain/problem/problem.ts';
import {
  addAttachment,
  changeForm,
  recordRefusedSignature,
  removeAttachment,
} from '../../../../lib/domain/request/draft/draft.ts';
import type { Officer } from '../../../../lib/domain/output/output.ts';
import { give, recall } from '../../../../lib/domain/request/work/give.ts';
import { claim, release } from '../../../../lib/domain/request/work/officer.ts';
import { recordRefusedAnswer } from '../../../../lib/domain/request/queue/queue.ts';
import { recomputeDeadlines } from '../../../../lib/domain/request/rows/recompute.ts';
import { isDraft, isNumbered, type Attachment, type Request } from '../../../../lib/domain/request/request.ts';
import { raiseAlarm } from '../../../../lib/domain/request/rows/rows.ts';
import { departmentIn } from '../../../../lib/domain/calendar/calendar.ts';

/** DynamoDB's size of a value in bytes: its names and texts, and a few more for numbers and containers. */
export function bytesOf(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return 21;
  if (Array.isArray(value)) return 3 + value.reduce<number>((sum, each) => sum + 1 + bytesOf(each), 0);
  if (typeof value !== 'object' || value === null) return 1;
  return Object.entries(value).reduce((sum, [name, each]) => sum + 1 + Buffer.byteLength(name) + bytesOf(each), 3);
}

/** The largest size of an item with everything at its cap: half of what DynamoDB accepts. */
export const BOUND = 200_000;

/** The longest name that an account may have, in letters of two bytes. */
export const longName = 'Ұ'.repeat(150);
/** Longer than the code of any place. */
const place = 'south-kazakhstan-employment-'.padEnd(64, 'x');
const account = (n: number) => `01KAH7M0000000000000000${String(n).padStart(3, '0')}`;
export const officer = (n: number): Officer => ({
  account: account(n),
  name: longName,
  position: 'mio-officer',
  place,
});
const acts = { by: account(0), as: { role: 'mio-officer', name: longName, place } } as const;

/** Everything that sixteen self-made signers can fail. */
const checks = Array.from({ length: 16 * 8 }, (_, n) => `certificate-path-validity-${n % 40}`);

export const longScan = (n: number): Attachment => ({
  id: account(n),
  name: `${'қ'.repeat(196)}.pdf`,
  type: 'application/pdf',
  size: 10_000_000,
  sha256: 'ab'.repeat(32),
  addedAt: new Date(0).toISOString(),
});

type Step = (request: Request, now: Date, turn: number) => Request | Refusal;

/** What people and clocks can do to a request again and again, whatever its state. */
const loops: readonly Step[] = [
  (request, now, turn) => (isDraft(request) ? changeForm(request, { ...request.form, turn: `${turn}` }, now) : request),
  (request, now, turn) => addAttachment(request, longScan(turn), now),
  (request, now, turn) => removeAttachment(request, longScan(turn).id, now),
  (request, now) => recordRefusedSignature(request, { failed: checks, cms: 'ab'.repeat(32) }, now),
  (request, now, turn) => claim(request, officer(turn % 2), now),
  (request, now, turn) => release(request, officer(turn % 2), now),
  (request, now, turn) => give(request, officer(turn % 3), seenOf(request), { ...order, now }),
  (request, now, turn) => (turn % 2 ? recall(request, seenOf(request), { ...order, now }) : request),
  (request, now) => raiseAlarm(request, { row: rowOf(request), at: now }, 'reminded'),
  (request, now) => raiseAlarm(request, { row: rowOf(request), at: now }, 'escalated'),
  (request, now) =>
    isNumbered(request)
      ? recordRefusedAnswer(request, { offer: account(0), ...acts }, { failed: checks }, now)
      : request,
  (request, now, turn) =>
    recomputeDeadlines(
      request,
      { row: `recompute-deadlines-${now.toISOString()}`, at: now },
      { terms: [{ value: 1 + (turn % 2), unit: 'business_day' }], officeAt: () => departmentIn('Asia/Almaty') },
    ),
];

/** The longest ground. */
const order = { head: officer(3), ground: 'қ'.repeat(200) };
const seenOf = (request: Request) => {
  const work = isNumbered(request) ? request.work : undefined;
  return { row: work?.row ?? '', claimedAt: work?.claimedBy?.at };
};
const rowOf = (request: Request) => (isNumbered(request) ? (request.work?.row ?? '') : '');

/** The work as it has become, but due as it was and with whoever had it. */
function workOf(swollen: Request, before: Request) {
  if (!isNumbered(swollen) || !swollen.work || !isNumbered(before) || !before.work) return {};
  const { claimedBy: _, ...work } = swollen.work;
  const { dueAt, claimedBy } = before.work;
  return { work: { ...work, dueAt, ...(claimedBy && { claimedBy }) } };
}

/** The request after `turns` rounds of every loop; refusals are ignored. Form, due times and whose the work is do not change. */
export function swell(request: Request, now: Date, turns = 60): Request {
  let swollen = request;
  for (let turn = 0; turn < turns; turn += 1)
    for (const loop of loops) {
      const after = loop(swollen, now, turn);
      if (!isRefusal(after)) swollen = after;
    }
  return {
    ...swollen,
    form: request.form,
    ...workOf(swollen, request),
    ...(isNumbered(request) && { dueAt: request.dueAt }),
  };
}
