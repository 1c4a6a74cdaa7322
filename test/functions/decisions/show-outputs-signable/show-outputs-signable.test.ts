import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/decisions/show-outputs-signable/contract.ts';
import { showOutputsSignable } from '../../../../functions/decisions/show-outputs-signable/show-outputs-signable.ts';
import type { Answered } from '../../../../lib/adapters/http/serve.ts';
import { SIGNED } from '../../../../lib/adapters/http/views/signed-view.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { isDecided, type Request } from '../../../../lib/domain/request/request.ts';
import { claim } from '../../../../lib/domain/request/work/officer.ts';
import { after, created, draft, must, numbered, opened, serik } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { openDocuments } from '../../../machines/documents.ts';
import { asked, bodyOf } from '../../asked.ts';
import { accounts, elsewhere, officer } from '../../cast.ts';

const waiting = opened(created(), '12-mio-sign', 'sign');
const ready = must(claim(waiting, serik, after(11)));
if (!isDecided(ready) || !ready.output) throw new Error('there is no output');
const claimed: Request = { ...ready, output: { ...ready.output, number: 'SK-UC-2026-000123-77CNM07Z-K' } };
const { id } = draft();

function place(request: Request, { caller = officer, seconds = 0 } = {}) {
  const [requests, documents] = [memoryRequests(request), openDocuments()];
  let made = 0;
  const needs = {
    ...{ requests, documents, accounts, findService, places: [] },
    renderOutput: async (document: object) => {
      made += 1;
      return Buffer.from(JSON.stringify(document));
    },
    ...{ publicUrl: 'https://e-akimat.example', now: after(12) },
    clock: () => new Date(after(12).getTime() + made * seconds * 1000),
  };
  return async (ids: readonly string[]) =>
    showOutputsSignable(
      asked({ body: contract.body.parse({ work: ids.map((each) => ({ id: each })) }) }),
      caller,
      needs,
    );
}

it('shows each document that the caller is to sign, for whom it is, and names the rest with the reason', async () => {
  const unknown = '01KAH7M0000000000000009999';
  const answer = await place(claimed)([id, unknown]);
  expect(bodyOf(contract, answer).work).toEqual([
    {
      id,
      number: 'SK-UC-2026-000001',
      output: {
        ...{ kind: 'certificate', number: 'SK-UC-2026-000123-77CNM07Z-K' },
        title: { kk: 'Жұмыссыз ретінде тіркеу туралы анықтама', ru: 'Справка о регистрации в качестве безработного' },
        applicant: { fullName: numbered().applicant.fullName },
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        document: { url: expect.any(String), expiresInSeconds: 300 },
      },
    },
    { id: unknown, problem: expect.objectContaining({ code: 'work/unknown', status: 404 }) },
  ]);
  expect((answer as Answered).acts).toEqual([
    { request: id, outcome: 'done' },
    { request: unknown, outcome: 'work/unknown' },
  ]);
});

it('the same again shows the same bytes', async () => {
  const show = place(claimed);
  const first = bodyOf(contract, await show([id, id]));
  expect(first.work[0]).toEqual(first.work[1]);
  expect(bodyOf(contract, await show([id, id]))).toEqual(first);
});

it.each([
  ['that nobody has claimed', waiting, 'work/not-claimed'],
  ['that a colleague has claimed', must(claim(waiting, { ...serik, account: 'gulnar' }, after(11))), 'work/claimed'],
  ['that is not made yet', opened(numbered(), '05-mio-accept', 'accept'), 'output/not-ready'],
] as const)('does not show one %s', async (_, request, code) => {
  expect(bodyOf(contract, await place(request)([id])).work).toEqual([
    { id, number: 'SK-UC-2026-000001', problem: expect.objectContaining({ code }) },
  ]);
});

it('another office gets "no such work"', async () => {
  expect(bodyOf(contract, await place(claimed, { caller: elsewhere })([id])).work[0]?.problem?.code).toBe(
    'work/unknown',
  );
});

it('stops in good time', async () => {
  const shown = bodyOf(contract, await place(claimed, { seconds: 13 })([id, id])).work;
  expect(shown.map(({ problem }) => problem?.code)).toEqual([undefined, 'work/not-tried']);
});

it('takes as many as are allowed in one call, and no more', () => {
  const work = Array.from({ length: SIGNED }, () => ({ id }));
  expect(contract.body.safeParse({ work }).success).toBe(true);
  expect(contract.body.safeParse({ work: [...work, { id }] }).success).toBe(false);
});
