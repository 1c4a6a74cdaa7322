import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/verification/verify-document/contract.ts';
import { verifyDocument } from '../../../../functions/verification/verify-document/verify-document.ts';
import { issuedDocument } from '../../../../lib/domain/output/issued-document.ts';
import { formatDocumentNumber } from '../../../../lib/domain/output/number.ts';
import { isRefusal } from '../../../../lib/domain/problem/problem.ts';
import { findService, PRESENT } from '../../../../lib/domain/regulation/cards.ts';
import type { RequestIn } from '../../../../lib/domain/request/request.ts';
import { signed } from '../../../lib/domain/request/example.ts';
import { asked, bodyOf } from '../../asked.ts';

const parts = { region: 'south-kazakhstan', service: 'unemployed-certificate', year: 2026, sequence: 1 };
const number = formatDocumentNumber({ ...parts, nonce: new Uint8Array([1, 2, 3, 4, 5]) });
const request = signed() as RequestIn<'decided'>;
const service = findService(request.service, PRESENT)!;
const document = { ...issuedDocument(request, service), number };
const documents = { find: async (asked: string) => (asked === number ? document : undefined) };

const verify = (typed: string, accept?: string) =>
  verifyDocument(asked({ params: { number: typed }, headers: { ...(accept && { accept }) } }), { documents });
async function page(typed: string) {
  const answered = await verify(typed, 'text/html,*/*');
  if (isRefusal(answered)) throw new Error(answered.refused);
  return answered;
}

it('everybody can learn that a document is genuine, and of the person only the initials', async () => {
  const shown = bodyOf(contract, await verify(number));
  expect(shown).toMatchObject({ number, status: 'genuine', kind: 'certificate', signature: 'eds' });
  expect(JSON.stringify(shown)).not.toMatch(/900315300010|Азамат/);
});

it('a number that was typed from paper is corrected', async () => {
  expect(bodyOf(contract, await verify(` ${number.toLowerCase().replaceAll('-', '–')} `))).toEqual(document);
});

it('a browser gets a page without scripts, also for an unknown number', async () => {
  const genuine = await page(number);
  expect(genuine).toMatchObject({ status: 200, text: expect.stringContaining(number) });
  expect(genuine.headers?.['content-security-policy']).toContain("default-src 'none'");
  const unknown = await page('<b>SK');
  expect(unknown).toMatchObject({ status: 404, text: expect.stringContaining('&lt;b&gt;SK') });
});

it.each([
  ['was never given', formatDocumentNumber({ ...parts, nonce: new Uint8Array([5, 4, 3, 2, 1]) })],
  ['has a wrong character', number.replace('2026', '2027')],
  ['is none', 'moon'],
])('a number that %s is refused', async (_, typed) => {
  expect(await verify(typed)).toEqual({ refused: 'document/unknown' });
});
