import { beforeAll, expect, it } from '@jest/globals';
import { contract } from '../../../../functions/decisions/sign-reply/contract.ts';
import { signReply } from '../../../../functions/decisions/sign-reply/sign-reply.ts';
import type { IssuedDocument } from '../../../../lib/domain/output/issued-document.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { draftReply } from '../../../../lib/domain/request/complaint/complaining.ts';
import { complaintsOf, type Request } from '../../../../lib/domain/request/request.ts';
import type { PersonRole } from '../../../../lib/local/authority/profile.ts';
import { saule } from '../../../lib/adapters/identity/people.ts';
import { binOf, sign } from '../../../lib/adapters/trust/authority.ts';
import { accepted, after, must, numbered, serik } from '../../../lib/domain/request/example.ts';
import { complained, draft, filed } from '../../../lib/domain/request/complaint-example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { numbers, refuseAgain } from '../../../lib/domain/request/refusal-example.ts';
import { deliver } from '../../../lib/domain/request/queue-example.ts';
import { asked, bodyOf } from '../../asked.ts';
import { accountsOf, machines } from '../../cast.ts';
import { above, head, headAccount, judges, waiting } from '../../complaint-cast.ts';
import { memoryEds } from '../../memory-eds.ts';

let eds: Awaited<ReturnType<typeof memoryEds>>;
beforeAll(async () => (eds = await memoryEds()));

const pdf = Buffer.from('%PDF-1.7 an answer');
const written = (request: Request = waiting()) => must(draftReply(request, filed.id, draft));
const cmsOf = async (role: PersonRole = 'firstHead', content = pdf) =>
  Buffer.from(sign(await eds.authority.issue(saule, 'signature', role), content)).toString('base64');
function scene(request: Request, accounts = judges, requests = memoryRequests(request)) {
  const told = machines();
  const registered: IssuedDocument[] = [];
  const send = (cms: string, caller = head) =>
    signReply(asked({ params: { id: request.id, complaint: filed.id }, body: { cms } }), caller, {
      ...{
        requests,
        accounts,
        findService,
        now: after(50),
        binOf,
        stamps: true,
        checkEds: eds.checkEds,
        refused: eds.refused,
      },
      documents: { ...eds.documents, read: async () => pdf },
      machines: told,
      register: { record: async (document: IssuedDocument) => void registered.push(document) },
    });
  return { requests, registered, told, send };
}

it('signed, it is in the register and the applicant is told', async () => {
  const { requests, registered, send } = scene(written());
  expect(bodyOf(contract, await send(await cmsOf()))).toMatchObject({
    state: 'answered',
    answer: {
      outcome: 'upheld',
      number: draft.number,
      by: { name: headAccount.fullName, post: { ru: 'начальник отдела' } },
    },
  });
  expect(registered).toMatchObject([{ kind: 'reply', number: draft.number, status: 'genuine', signature: 'eds' }]);
  const kept = (await requests.find(numbered().id))!;
  expect(kept.notices.at(-1)).toMatchObject({ code: 'complaint-answered', facts: { complaint: filed.number } });
  expect(await send(await cmsOf())).toEqual({ refused: 'complaint/answered' });
});

it('is signed by nobody else than whoever has written it, with a certificate of a head', async () => {
  const { requests, registered, send } = scene(written());
  expect(await send(await cmsOf(), above)).toEqual({ refused: 'complaint/not-written' });
  expect(await send(await cmsOf('employee'))).toMatchObject({ refused: 'eds/failed' });
  const kept = (await requests.find(numbered().id))!;
  expect([complaintsOf(kept)[0]!.state, kept.events.at(-1)?.code, registered]).toEqual([
    'open',
    'signature-refused',
    [],
  ]);
  expect(await scene(waiting()).send(await cmsOf())).toEqual({ refused: 'complaint/not-written' });
});

it('is never by who has decided on the request, also not as a head by now', async () => {
  const promoted = accountsOf({ ...headAccount, id: serik.account });
  const request = written(complained(deliver(accepted(), {}, 19)));
  const { send } = scene(request, promoted);
  expect(await send(await cmsOf(), { ...head, account: serik.account })).toEqual({ refused: 'complaint/own-decision' });
});

it('is not by an employee about their own request', async () => {
  const own = accountsOf({ ...headAccount, iin: numbered().applicant.iin });
  expect(await scene(written(), own).send(await cmsOf())).toEqual({ refused: 'work/own-request' });
});

const aboutRefusal = () => written(complained(refuseAgain(accepted(), 20), 30, { ground: 'refusal' }));

it('upheld about a refusal, the refusal is withdrawn in the register and the machine runs', async () => {
  const { requests, registered, told, send } = scene(aboutRefusal());
  expect(bodyOf(contract, await send(await cmsOf()))).toMatchObject({ state: 'answered' });
  expect(registered).toMatchObject([{ kind: 'reply' }, { kind: 'refusal', number: numbers[0], status: 'withdrawn' }]);
  expect([(await requests.find(numbered().id))!.state, told.started]).toEqual(['in-progress', [numbered().id]]);
});

it('is answered, and nothing is opened, while another application stands for the child', async () => {
  const request = aboutRefusal();
  const free = memoryRequests(request);
  const replace: typeof free.replace = async (after, before) =>
    after.state === 'in-progress' ? 'claimed' : free.replace(after, before);
  const { requests, registered, told, send } = scene(request, judges, { ...free, replace });
  expect(bodyOf(contract, await send(await cmsOf()))).toMatchObject({ state: 'answered' });
  expect((await requests.find(request.id))!.state).toBe('refused');
  expect([registered.map(({ kind }) => kind), told.started]).toEqual([['reply'], []]);
});
