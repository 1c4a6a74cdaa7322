import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/cabinet/link-delivery/contract.ts';
import { linkDelivery } from '../../../../functions/cabinet/link-delivery/link-delivery.ts';
import { renderReceipt } from '../../../../lib/adapters/pdf/receipt.ts';
import type { Recipient } from '../../../../lib/domain/output/recipient.ts';
import { findService, PRESENT } from '../../../../lib/domain/regulation/cards.ts';
import { isDecided, type Request } from '../../../../lib/domain/request/request.ts';
import { openDocuments } from '../../../machines/documents.ts';
import { readPdfText } from '../../../lib/domain/output/read-pdf.ts';
import { after, draft, serik, signed } from '../../../lib/domain/request/example.ts';
import { asked, bodyOf } from '../../asked.ts';
import { accounts, citizen, elsewhere, officer, stranger } from '../../cast.ts';

const applicant: Recipient = { who: 'applicant', document: { kind: 'identity-card', number: '012345678' } };
const acting: Recipient = {
  who: 'representative',
  document: { kind: 'passport', number: 'N 765432' },
  iin: '880414400019',
  fullName: 'Демо Өкілова Мысал',
  powerNumber: '12-А',
  powerIssuedOn: '2026-01-15',
  powerUntil: '2027-01-15',
};

/** A request of the example's office under another service, whose document was collected. */
function collected(service: string, channel: string, recipient?: Recipient): Request {
  const request = signed();
  if (!isDecided(request) || !request.output) throw new Error('there is no output');
  const handed = recipient && { deliveredAt: after(16).toISOString(), handedTo: { recipient, by: serik } };
  return { ...request, service, channel, regulationVersion: PRESENT, output: { ...request.output, ...handed } };
}

async function ask(request: Request, caller = officer) {
  const documents = openDocuments();
  const needs = { requests: { find: async () => request }, accounts, documents, renderReceipt };
  const answer = await linkDelivery(asked({ params: { id: draft().id } }), caller, {
    ...needs,
    findService,
  });
  return { answer, documents };
}

const assistance = 'akmola-targeted-social-assistance';

it.each([
  ['the applicant', applicant, ['Демо Азамат', 'удостоверение личности № 012345678']],
  [
    'a representative',
    acting,
    ['Демо Өкілова Мысал', 'паспорт № N 765432', '№ 12-А от 15.01.2026, действует до 15.01.2027', '880414400019'],
  ],
])('names who got it when %s came, and has a line for their signature', async (_, recipient, words) => {
  const { answer, documents } = await ask(collected(assistance, 'mio', recipient));
  const { sha256 } = bodyOf(contract, answer);
  const [text = ''] = readPdfText(await documents.read(`requests/${draft().id}/delivery/${sha256}.pdf`));
  for (const word of [
    ...words,
    'РАСПИСКА О ВЫДАЧЕ РЕЗУЛЬТАТА',
    'расписка о выдаче уведомления или мотивированного отказа',
    'Подпись получателя',
    'SK-UC-2026-000001-0',
    '23 ноября 2026 года, 10:16',
    `${serik.name} главный специалист`,
  ])
    expect(text).toContain(word);
});

it('the same hand-over always gives the same bytes', async () => {
  const once = bodyOf(contract, (await ask(collected(assistance, 'akim', applicant))).answer);
  expect(bodyOf(contract, (await ask(collected(assistance, 'akim', applicant))).answer).sha256).toBe(once.sha256);
});

it('there is none before the result is handed over, and none where the decree has none', async () => {
  expect((await ask(collected(assistance, 'mio'))).answer).toEqual({ refused: 'receipt/not-ready' });
  for (const [service, channel] of [
    ['south-kazakhstan-unemployed-certificate', 'mio'],
    ['akmola-unemployed-certificate', 'con'],
  ] as const)
    expect((await ask(collected(service, channel, applicant))).answer).toEqual({ refused: 'receipt/none' });
});

it('is for whoever may read the request', async () => {
  const request = collected(assistance, 'mio', applicant);
  expect((await ask(request, citizen)).answer).toHaveProperty('body');
  for (const caller of [stranger, elsewhere])
    expect((await ask(request, caller)).answer).toEqual({ refused: 'request/unknown' });
});
