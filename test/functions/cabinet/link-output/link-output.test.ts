import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/cabinet/link-output/contract.ts';
import { linkOutput } from '../../../../functions/cabinet/link-output/link-output.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import { answerOffer } from '../../../../lib/domain/request/queue/queue.ts';
import type { Request } from '../../../../lib/domain/request/request.ts';
import { accepted, after, must, signed } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { answered, deliver, offered, serikOffers } from '../../../lib/domain/request/queue-example.ts';
import { asked, bodyOf } from '../../asked.ts';
import { absent, auditor, citizen, elsewhere, officer, stranger } from '../../cast.ts';

const ask = (request: Request, caller: Caller = citizen, id = request.id) =>
  linkOutput(asked({ params: { id } }), caller, {
    requests: memoryRequests(request),
    documents: { link: async (key, name) => `https://bucket.example/${key}?${name}` },
  });

it('the document and its signature are linked under the number', async () => {
  for (const caller of [citizen, officer, auditor])
    expect(bodyOf(contract, await ask(deliver(accepted(), {}, 19), caller))).toEqual({
      ...{ kind: 'certificate', number: 'SK-UC-2026-000001-0', sha256: 'cd'.repeat(32) },
      document: { url: 'https://bucket.example/pdf-0?SK-UC-2026-000001-0.pdf', expiresInSeconds: 300 },
      signature: { url: 'https://bucket.example/cms?SK-UC-2026-000001-0.p7s', expiresInSeconds: 300 },
    });
});

it('an interim document stays linked after the next document', async () => {
  const consent = answered('accepted', after(40));
  const again = deliver(must(answerOffer(offered(), serikOffers.id, consent, after(40))), {}, 60);
  const { kind, earlier } = bodyOf(contract, await ask(again));
  expect([kind, earlier?.map((each) => each.kind)]).toEqual(['certificate', ['interim']]);
});

it('a document that is signed but not delivered is linked for nobody', async () => {
  expect(await ask(signed())).toEqual({ refused: 'output/not-ready' });
});

it('others get "no such request"', async () => {
  const request = deliver(accepted(), {}, 19);
  for (const caller of [stranger, elsewhere])
    expect(await ask(request, caller)).toEqual({ refused: 'request/unknown' });
  expect(await ask(request, citizen, absent)).toEqual({ refused: 'request/unknown' });
});
