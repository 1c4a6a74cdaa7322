import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/decisions/show-reopening/contract.ts';
import { showReopening } from '../../../../functions/decisions/show-reopening/show-reopening.ts';
import { accepted } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { numbers, refuseAgain } from '../../../lib/domain/request/refusal-example.ts';
import { asked, bodyOf } from '../../asked.ts';
import { citizen } from '../../cast.ts';
import { elsewhereHead, head, judges } from '../../complaint-cast.ts';

const refused = refuseAgain(accepted(), 20);
const show = (request = refused, caller = head) =>
  showReopening(asked({ params: { id: request.id }, body: { ground: 'facts' as const } }), caller, {
    ...{ requests: memoryRequests(request), accounts: judges },
  });

it('the head gets the words, which name the refusal and the ground in both languages', async () => {
  const { content } = bodyOf(contract, await show());
  const word = JSON.parse(Buffer.from(content, 'base64').toString()) as Record<string, unknown>;
  expect(word).toMatchObject({ refusal: { number: numbers[0] }, ground: 'facts' });
  expect(JSON.stringify(word)).toMatch(/заново.*|қайта қаралсын/u);
});

it('nobody else does, and not about what was not refused', async () => {
  expect(await show(refused, elsewhereHead)).toEqual({ refused: 'request/unknown' });
  expect(await show(refused, citizen)).toEqual({ refused: 'request/unknown' });
  expect(await show(accepted())).toEqual({ refused: 'reopening/not-refused' });
});
