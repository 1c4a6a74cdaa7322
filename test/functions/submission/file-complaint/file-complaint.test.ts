import { beforeAll, expect, it } from '@jest/globals';
import { contract } from '../../../../functions/submission/file-complaint/contract.ts';
import { fileComplaint } from '../../../../functions/submission/file-complaint/file-complaint.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { complaintBytes } from '../../../../lib/domain/request/complaint/statement.ts';
import { complaintsOf, isSubmitted } from '../../../../lib/domain/request/request.ts';
import { saule } from '../../../lib/adapters/identity/people.ts';
import { binOf, sign } from '../../../lib/adapters/trust/authority.ts';
import { after, draft, numbered } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { asked, bodyOf } from '../../asked.ts';
import { accounts, citizen, officer, stranger } from '../../cast.ts';
import { memoryEds } from '../../memory-eds.ts';

let eds: Awaited<ReturnType<typeof memoryEds>>;
beforeAll(async () => (eds = await memoryEds()));

const { id, applicant } = draft();
const told = (n = 0) => ({ ground: 'inaction' as const, text: `Срок прошёл, ответа нет (${n}).` });
async function cmsOf(n = 0, iin = applicant.iin) {
  const request = numbered();
  if (!isSubmitted(request)) throw new Error('only what is submitted');
  const content = complaintBytes(request, told(n), applicant.iin);
  return Buffer.from(sign(await eds.authority.issue(iin, 'signature'), content)).toString('base64');
}
function scene() {
  const requests = memoryRequests(numbered());
  const drawn: string[] = [];
  const counters = { next: async (sequence: string) => drawn.push(sequence) };
  let made = 0;
  const file = (cms: string, n = 0, caller = citizen) =>
    fileComplaint(asked({ params: { id }, body: { ...told(n), cms } }), caller, {
      ...{ requests, accounts, counters, findService, now: after(30), newId: () => `C${(made += 1)}` },
      ...{ documents: eds.documents, refused: eds.refused, checkEds: eds.checkEds, binOf, stamps: true },
    });
  return { requests, drawn, file };
}

it('a signed complaint is numbered and waits for the head; the word and its check are kept', async () => {
  const { requests, drawn, file } = scene();
  const answer = await file(await cmsOf());
  expect(bodyOf(contract, answer)).toMatchObject({
    ...{ number: 'SK-CO-2026-000001', state: 'open', text: told().text, at: { code: 'shymkent' }, overdue: false },
    groundText: { ru: 'Бездействие уполномоченного должностного лица' },
  });
  expect(answer).toMatchObject({ status: 201 });
  expect(drawn).toEqual(['south-kazakhstan-complaint#2026']);
  const [complaint] = complaintsOf((await requests.find(id))!);
  for (const key of [complaint!.signed.contentKey, complaint!.signed.cmsKey, complaint!.signed.reportKey])
    expect([eds.files.has(key), key.startsWith(`requests/${id}/complaints/C1/`)]).toEqual([true, true]);

  expect(await file(await cmsOf())).toMatchObject({ status: 200, body: { number: 'SK-CO-2026-000001' } });
  expect([complaintsOf((await requests.find(id))!).length, drawn.length]).toEqual([1, 1]);
});

it("another person's signature files nothing and draws no number, and the history says so", async () => {
  const { requests, drawn, file } = scene();
  expect(await file(await cmsOf(0, saule))).toMatchObject({ refused: 'eds/failed' });
  const kept = (await requests.find(id))!;
  expect([complaintsOf(kept), kept.events.at(-1)?.code, drawn]).toEqual([[], 'signature-refused', []]);
  expect(await file('MAA=')).toMatchObject({ refused: 'eds/failed' });
});

it('a stranger finds no request; the fourth complaint is refused before its signature is looked at', async () => {
  const { file } = scene();
  expect(await file(await cmsOf(), 0, { ...stranger, account: officer.account })).toEqual({
    refused: 'request/unknown',
  });
  for (const n of [1, 2, 3]) bodyOf(contract, await file(await cmsOf(n), n));
  expect(await file('MAA=', 4)).toEqual({ refused: 'complaint/too-many', facts: { most: '3' } });
});
