import { beforeAll, expect, it } from '@jest/globals';
import { contract } from '../../../../functions/decisions/reopen-request/contract.ts';
import { reopenRequest } from '../../../../functions/decisions/reopen-request/reopen-request.ts';
import type { IssuedDocument } from '../../../../lib/domain/output/issued-document.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import type { HeadGround } from '../../../../lib/domain/reopening/rules.ts';
import { reopeningBytes } from '../../../../lib/domain/request/reopening/statement.ts';
import type { Request, RequestIn } from '../../../../lib/domain/request/request.ts';
import { saule } from '../../../lib/adapters/identity/people.ts';
import { binOf, sign } from '../../../lib/adapters/trust/authority.ts';
import { accepted, after } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { numbers, refuseAgain } from '../../../lib/domain/request/refusal-example.ts';
import { asked, bodyOf } from '../../asked.ts';
import { machines } from '../../cast.ts';
import { elsewhereHead, head, headAccount, judges } from '../../complaint-cast.ts';
import { memoryEds } from '../../memory-eds.ts';

let eds: Awaited<ReturnType<typeof memoryEds>>;
beforeAll(async () => (eds = await memoryEds()));

const refused = refuseAgain(accepted(), 20) as RequestIn<'refused'>;
const cmsOf = async (ground: HeadGround = 'facts') =>
  Buffer.from(
    sign(await eds.authority.issue(saule, 'signature', 'firstHead'), reopeningBytes(refused, ground, headAccount.iin)),
  ).toString('base64');

function scene(request: Request = refused) {
  const requests = memoryRequests(request);
  const registered: IssuedDocument[] = [];
  const told = machines();
  const send = (cms: string, caller = head) =>
    reopenRequest(asked({ params: { id: request.id }, body: { ground: 'facts' as const, cms } }), caller, {
      ...{
        requests,
        accounts: judges,
        findService,
        now: after(50),
        binOf,
        stamps: true,
        checkEds: eds.checkEds,
        refused: eds.refused,
      },
      ...{ documents: eds.documents, machines: told },
      register: { record: async (document: IssuedDocument) => void registered.push(document) },
    });
  return { requests, registered, told, send };
}

it('the head opens a refusal again: it is withdrawn in the register, and the machine runs', async () => {
  const { registered, told, send } = scene();
  const cms = await cmsOf();
  const shown = bodyOf(contract, await send(cms));
  expect(shown).toMatchObject({
    state: 'in-progress',
    earlier: [{ withdrawn: { ground: { ru: expect.any(String) } } }],
  });
  expect(registered).toMatchObject([{ number: numbers[0], status: 'withdrawn' }]);
  expect(told.started).toEqual([refused.id]);
  expect(bodyOf(contract, await send(cms)).history).toEqual(shown.history);
  expect(told.started).toHaveLength(1);
});

it('needs the signature of this word by that head', async () => {
  const { requests, send } = scene();
  expect(await send(await cmsOf('law'))).toMatchObject({ refused: 'eds/failed' });
  expect(await send(await cmsOf(), elsewhereHead)).toEqual({ refused: 'request/unknown' });
  expect((await requests.find(refused.id))?.state).toBe('refused');
});

it('opens nothing that was not refused', async () => {
  const { send } = scene(accepted());
  expect(await send(await cmsOf())).toEqual({ refused: 'reopening/not-refused' });
});
