import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/cabinet/link-withdrawal/contract.ts';
import { linkWithdrawal } from '../../../../functions/cabinet/link-withdrawal/link-withdrawal.ts';
import { renderReceipt } from '../../../../lib/adapters/pdf/receipt.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import type { Request } from '../../../../lib/domain/request/request.ts';
import { withdraw } from '../../../../lib/domain/request/withdrawal/withdraw.ts';
import type { WithdrawalWay } from '../../../../lib/domain/withdrawal/rules.ts';
import { readPdfText } from '../../../lib/domain/output/read-pdf.ts';
import { accepted, after, draft, must, submitted } from '../../../lib/domain/request/example.ts';
import { preschool, queued, signedAnswer } from '../../../lib/domain/request/queue-example.ts';
import { openDocuments } from '../../../machines/documents.ts';
import { asked, bodyOf } from '../../asked.ts';
import { citizen, elsewhere, officer, stranger } from '../../cast.ts';

const { id } = draft();
const word = (more = {}) => ({ ...signedAnswer(after(40)), ...more });
const withdrawn = (request: Request, way: WithdrawalWay, more = {}) => must(withdraw(request, way, word(more)));

async function ask(request: Request, caller = citizen) {
  const documents = openDocuments();
  const needs = { requests: { find: async () => request }, findService, documents, renderReceipt };
  return { answer: await linkWithdrawal(asked({ params: { id } }), caller, needs), documents };
}
async function textOf(request: Request) {
  const { answer, documents } = await ask(request);
  const { sha256 } = bodyOf(contract, answer);
  return readPdfText(await documents.read(`requests/${id}/withdrawal/paper/${sha256}.pdf`)).join(' ');
}

it('says who took what back, when, by which words and which signature', async () => {
  const text = await textOf(withdrawn(accepted(), 'take-back'));
  for (const said of [
    'РАСПИСКА ОБ ОТЗЫВЕ ЗАЯВЛЕНИЯ',
    'Демо Азамат',
    'без рассмотрения',
    '10:40',
    word().cmsSha256.slice(0, 32),
  ])
    expect(text.replaceAll(/\s+/g, ' ')).toContain(said);
});

it('names the employee and the place where a visitor did it, and what was paid', async () => {
  const invoice = { number: 'I-1', tenge: 500, until: after(99).toISOString(), at: after(1).toISOString() };
  const as = { role: 'con-employee', name: 'Демо Ержан', place: 'south-kazakhstan-con-shymkent-1' } as const;
  const paid = { ...accepted(), invoice: { ...invoice, paidAt: after(2).toISOString() } } as Request;
  const text = await textOf(withdrawn(paid, 'take-back', { as }));
  for (const said of ['Демо Ержан', 'I-1']) expect(text).toContain(said);
});

it('without a number it is called by its identifier; of a queue it says so', async () => {
  const before = bodyOf(contract, (await ask(withdrawn(submitted(), 'take-back'))).answer);
  expect(before.number).toBe(id);
  const left = withdrawn({ ...queued(), ...preschool }, 'leave-queue');
  expect(bodyOf(contract, (await ask(left)).answer).receipt.title.ru).toBe('Расписка о снятии с очереди');
});

it('the same withdrawal always gives the same bytes', async () => {
  const [one, two] = await Promise.all([0, 1].map(() => ask(withdrawn(accepted(), 'take-back'))));
  expect(bodyOf(contract, one!.answer).sha256).toBe(bodyOf(contract, two!.answer).sha256);
});

it('there is none of what nobody withdrew, and it is for whoever may read the request', async () => {
  expect((await ask(accepted())).answer).toEqual({ refused: 'withdrawal/none' });
  const taken = withdrawn(accepted(), 'take-back');
  expect((await ask(taken, officer)).answer).toHaveProperty('body');
  for (const caller of [stranger, elsewhere])
    expect((await ask(taken, caller)).answer).toEqual({ refused: 'request/unknown' });
});
