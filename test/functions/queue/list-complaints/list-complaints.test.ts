import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/queue/list-complaints/contract.ts';
import { listComplaints } from '../../../../functions/queue/list-complaints/list-complaints.ts';
import type { ComplaintList } from '../../../../lib/adapters/dynamo/complaint-list.ts';
import { after, numbered } from '../../../lib/domain/request/example.ts';
import { filed, replied } from '../../../lib/domain/request/complaint-example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { asked, bodyOf } from '../../asked.ts';
import { absent, officer } from '../../cast.ts';
import { above, elsewhereHead, head, waiting } from '../../complaint-cast.ts';

const entry = { at: after(30).toISOString(), request: numbered().id, complaint: filed.id };
const listOf = (...requests: readonly string[]): ComplaintList => ({
  list: async (_, __, { limit }) => {
    const entries = requests.map((request) => ({ ...entry, request }));
    return {
      entries: entries.slice(0, limit),
      ...(entries.length > limit && { next: [entry.at, `${absent}.C`] as const }),
    };
  },
});
const list = (caller = head, request = waiting(), query: object = {}, complaints = listOf(request.id)) =>
  listComplaints(asked({ query: contract.query.parse(query) }), caller, {
    ...{ requests: memoryRequests(request), complaints, now: after(40) },
  });

it('head and akimat see what waits, whose it is and of what', async () => {
  for (const caller of [head, above])
    expect(bodyOf(contract, await list(caller))).toMatchObject({
      complaints: [
        {
          ...{ number: 'SK-CO-2026-000001', requestNumber: 'SK-UC-2026-000001', mine: true, overdue: false },
          ...{ applicant: { fullName: 'Демо Азамат' }, serviceTitle: { ru: 'Выдача справок безработным гражданам' } },
        },
      ],
    });
});

it('the text is not in a list', async () => {
  expect(JSON.stringify(await list())).not.toContain(filed.text);
});

it('what has changed since, is erased, or belongs to others is left out', async () => {
  expect(bodyOf(contract, await list(head, replied(waiting()))).complaints).toEqual([]);
  expect(bodyOf(contract, await list(head, replied(waiting()), { state: 'answered' })).complaints).toHaveLength(1);
  expect(bodyOf(contract, await list(head, waiting(), {}, listOf(absent))).complaints).toEqual([]);
  expect(bodyOf(contract, await list(elsewhereHead)).complaints).toEqual([]);
});

it('goes on where a page ended, and nobody without a place has a list', async () => {
  const { next } = bodyOf(contract, await list(head, waiting(), { limit: '1' }, listOf(waiting().id, absent)));
  expect(contract.query.parse({ from: next }).from).toEqual([entry.at, `${absent}.C`]);
  const { office: _, ...nowhere } = officer;
  expect(await list(nowhere)).toEqual({ refused: 'access/denied' });
});
