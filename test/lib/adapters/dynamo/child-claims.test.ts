import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { openChildKey } from '../../../../lib/adapters/dynamo/child-claims.ts';
import { openRequests, type RequestTable } from '../../../../lib/adapters/dynamo/requests.ts';
import { changeRequest } from '../../../../lib/domain/request/change.ts';
import { withdraw } from '../../../../lib/domain/request/withdrawal/withdraw.ts';
import { submit } from '../../../../lib/domain/request/submission/submission.ts';
import type { Request } from '../../../../lib/domain/request/request.ts';
import { after, draft, submission } from '../../domain/request/example.ts';
import { queued, signedAnswer } from '../../domain/request/queue-example.ts';
import { openMemoryTable } from '../identity/memory-table.ts';

let table: Awaited<ReturnType<typeof openMemoryTable>>;
let requests: RequestTable;
beforeEach(async () => {
  table = await openMemoryTable();
  requests = openRequests(table);
});
afterEach(() => table.close());

const child = (until = after(9000)) => ({ field: 'childIin', key: 'child', until: until.toISOString() });
const idOf = (index: number) => `01KAH7M000000000000000000${index}`;
/** An application for the child, by a channel and office of its own. */
async function apply(index: number, of = child()) {
  const begun = { ...draft(), id: idOf(index), office: `office-${index}`, channel: index % 2 === 0 ? 'portal' : 'con' };
  await requests.add(begun);
  return changeRequest(requests, begun.id, (request) => submit(request, submission(begun), of));
}
const refused = {
  refused: 'child/claimed',
  errors: [{ field: '/form/childIin', rule: 'claimed', expected: 'a child without an open application' }],
};

it('of eight who apply for one child at once, one stands, and the others are told which field is wrong', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => apply(index)));
  expect(answers.filter((answer) => 'state' in answer)).toMatchObject([{ state: 'submitted' }]);
  expect(answers.filter((answer) => !('state' in answer))).toEqual(Array.from({ length: 7 }, () => refused));
  const states = await Promise.all(answers.map(async (_, index) => (await requests.find(idOf(index)))?.state));
  expect(states.toSorted()).toEqual([...Array<string>(7).fill('draft'), 'submitted']);
});

it('the same application again is no error, and its later changes keep the child', async () => {
  const first = (await apply(1)) as Request;
  expect(await changeRequest(requests, first.id, (request) => submit(request, submission(draft()), child()))).toEqual(
    first,
  );
  await changeRequest(requests, first.id, (request) => ({ ...request }));
  expect(await apply(2)).toEqual(refused);
});

it('another may apply after the child has left, was refused or turned away, or has grown too old', async () => {
  const turned = { state: 'turned-away', because: 'documents', closedAt: after(2).toISOString() };
  const first = (await apply(1)) as Request;
  await changeRequest(requests, first.id, (request) => ({ ...request, ...turned }) as Request);
  expect(await apply(2)).toMatchObject({ state: 'submitted' });
  const waits = { ...queued(), id: idOf(3), version: 0, child: { ...child(), key: 'other' } } as Request;
  await requests.add(waits);
  expect(await apply(4, { ...child(), key: 'other' })).toEqual(refused);
  await changeRequest(requests, waits.id, (request) => withdraw(request, 'leave-queue', signedAnswer(after(40))));
  expect(await apply(5, { ...child(after(-1)), key: 'other' })).toMatchObject({ state: 'submitted' });
  expect(await apply(6, { ...child(), key: 'other' })).toMatchObject({ state: 'submitted' });
});

it('a claim that another request has by now does not hold up the end of the first', async () => {
  const old = (await apply(1, child(after(-1)))) as Request;
  expect(await apply(2)).toMatchObject({ state: 'submitted' });
  const turned = { state: 'turned-away', because: 'documents', closedAt: after(2).toISOString() };
  expect(await changeRequest(requests, old.id, (request) => ({ ...request, ...turned }) as Request)).toMatchObject({
    state: 'turned-away',
  });
  expect(await apply(3)).toEqual(refused);
});

it('erasing a request frees its child', async () => {
  const first = (await apply(1)) as Request;
  expect(await requests.erase(first)).toBe('erased');
  expect(await apply(2)).toMatchObject({ state: 'submitted' });
});

it('the key of an IIN is the same everywhere, and does not show the IIN', async () => {
  const [one, other] = [openChildKey(table), openChildKey(table)];
  const iin = '210506500010';
  const keys = await Promise.all([one(iin), other(iin), one(iin)]);
  expect(new Set(keys).size).toBe(1);
  expect(await one('210506500011')).not.toBe(keys[0]);
  expect(keys[0]).not.toContain(iin);
});
