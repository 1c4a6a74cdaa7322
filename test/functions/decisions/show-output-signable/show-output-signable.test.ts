import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/decisions/show-output-signable/contract.ts';
import { showOutputSignable } from '../../../../functions/decisions/show-output-signable/show-output-signable.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import type { Request } from '../../../../lib/domain/request/request.ts';
import { created, decided, draft, numbered, opened } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { asked, bodyOf } from '../../asked.ts';
import { absent, citizen, elsewhere, officer } from '../../cast.ts';

const waiting = opened(created(), '12-mio-sign', 'sign');
const show = (request: Request = waiting, caller: Caller = officer, id = draft().id) =>
  showOutputSignable(asked({ params: { id } }), caller, {
    requests: memoryRequests(request),
    documents: { link: async (key, name) => `https://bucket.example/${key}?${name}` },
  });

it('the officer gets the document to sign, and its digest', async () => {
  expect(bodyOf(contract, await show())).toEqual({
    ...{ kind: 'certificate', number: 'SK-UC-2026-000001-0', sha256: 'cd'.repeat(32) },
    document: { url: 'https://bucket.example/pdf?SK-UC-2026-000001-0.pdf', expiresInSeconds: 300 },
  });
});

it('before there is a document there is nothing to sign', async () => {
  for (const request of [opened(numbered(), '05-mio-accept', 'accept'), opened(decided(), '12-mio-sign', 'sign')])
    expect(await show(request)).toEqual({ refused: 'output/not-ready' });
});

it('another office, an applicant, or an unknown request gets "no such work"', async () => {
  for (const caller of [elsewhere, citizen]) expect(await show(waiting, caller)).toEqual({ refused: 'work/unknown' });
  expect(await show(waiting, officer, absent)).toEqual({ refused: 'work/unknown' });
});
