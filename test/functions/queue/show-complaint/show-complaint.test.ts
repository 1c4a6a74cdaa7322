import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/queue/show-complaint/contract.ts';
import { showComplaint } from '../../../../functions/queue/show-complaint/show-complaint.ts';
import { after, numbered } from '../../../lib/domain/request/example.ts';
import { filed, replied } from '../../../lib/domain/request/complaint-example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { asked, bodyOf } from '../../asked.ts';
import { absent, auditor, citizen, officer, stranger } from '../../cast.ts';
import { above, elsewhereHead, head, waiting } from '../../complaint-cast.ts';

const show = (caller = head, request = waiting(), complaint: string = filed.id) =>
  showComplaint(asked({ params: { id: numbered().id, complaint } }), caller, {
    requests: memoryRequests(request),
    now: after(40),
  });

it('the applicant, the head, the akimat and the auditor read it; only who may answer is told so', async () => {
  const seen = await Promise.all([citizen, head, above, auditor].map((caller) => show(caller)));
  expect(seen.map((each) => bodyOf(contract, each)).map(({ text, mine }) => [text, mine])).toEqual([
    [filed.text, false],
    [filed.text, true],
    [filed.text, true],
    [filed.text, false],
  ]);
});

it('the answer is there once it is signed, with who gave it', async () => {
  expect(bodyOf(contract, await show())).not.toHaveProperty('answer');
  expect(bodyOf(contract, await show(citizen, replied(waiting())))).toMatchObject({
    state: 'answered',
    answer: { outcome: 'upheld', outcomeText: { ru: 'жалоба удовлетворена' }, by: { name: 'Демо Әлия' } },
  });
});

it('officers, other offices and strangers find nothing', async () => {
  for (const caller of [officer, elsewhereHead, stranger])
    expect(await show(caller)).toEqual({ refused: 'request/unknown' });
  expect(await show(head, waiting(), absent)).toEqual({ refused: 'complaint/unknown' });
});
