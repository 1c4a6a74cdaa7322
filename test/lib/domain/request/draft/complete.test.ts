import { expect, it } from '@jest/globals';
import { fieldsIn } from '../../../../../lib/domain/regulation/fields-in.ts';
import { findService, PRESENT } from '../../../../../lib/domain/regulation/cards.ts';
import { refuseIncomplete } from '../../../../../lib/domain/request/draft/complete.ts';
import { papersToSend } from '../../../../../lib/local/story/papers-to-send.ts';
import { fill } from '../../../../machines/fill.ts';
import { after, draft } from '../example.ts';

const scan = { name: 'scan.pdf', type: 'application/pdf', size: 9, sha256: 'ab'.repeat(32) } as const;

/** What is refused of a complete form with scans of these documents. */
function refused(id: string, channel: string, documents: readonly (string | undefined)[]) {
  const service = findService(id, PRESENT)!;
  const { applicant } = draft();
  const attachments = documents.map((document, index) => ({
    ...{ ...scan, id: String(index), addedAt: after(1).toISOString(), ...(document !== undefined && { document }) },
  }));
  const form = fill(fieldsIn(service.fields, channel), applicant.iin);
  return refuseIncomplete({ ...draft(), service: id, channel, form, attachments }, service, after(1));
}

const all = ['birth-certificate', 'residence', 'conclusion', 'disability-certificate', 'bank-account'];

it.each([
  ['south-kazakhstan-disabled-child-support', 'portal'],
  ['south-kazakhstan-disabled-child-support', 'mio'],
  ['akmola-disabled-child-support', 'portal'],
])('%s (%s) is not signed without a scan of each document, and is with them', (service, channel) => {
  expect(refused(service, channel, all)).toBeUndefined();
  for (const missing of all)
    expect(
      refused(
        service,
        channel,
        all.filter((each) => each !== missing),
      ),
    ).toMatchObject({ refused: 'attachment/missing', errors: [{ expected: expect.stringContaining(missing) }] });
});

it('the refusal names each document in each language, with its code', () => {
  expect(refused('akmola-disabled-child-support', 'portal', [...all.slice(2), 'other', undefined])).toEqual({
    refused: 'attachment/missing',
    errors: [
      {
        field: '/attachments',
        rule: 'document',
        expected: 'a scan of birth-certificate («Свидетельство о рождении ребёнка»)',
      },
      { field: '/attachments', rule: 'document', expected: expect.stringContaining('a scan of residence («') },
    ],
    inWords: {
      ru: expect.stringMatching(/^Свидетельство о рождении ребёнка; Книга регистрации граждан, /),
      kk: expect.stringMatching(/^Баланың туу туралы куәлігі; Азаматтарды тіркеу кітабы, /),
    },
  });
});

it('of several identity documents any one is enough, and none is not', () => {
  const cards = ['identity-card', 'stateless-card', 'oralman-card'];
  for (const card of cards) expect(refused('akmola-unemployed-certificate', 'portal', [card])).toBeUndefined();
  expect(refused('akmola-unemployed-certificate', 'portal', ['application'])).toMatchObject({
    errors: [{ expected: expect.stringMatching(/identity-card .* or stateless-card .* or oralman-card/) }],
    inWords: { ru: 'Удостоверение личности или Удостоверение лица без гражданства или Удостоверение оралмана' },
  });
});

it.each([
  ['akmola-unemployed-certificate', 'con'],
  ['akmola-unemployed-certificate', 'mio'],
  ['akmola-disabled-child-support', 'mio'],
  ['akmola-targeted-social-assistance', 'akim'],
  ['south-kazakhstan-unemployed-certificate', 'portal'],
])('%s (%s) needs no scan: its decree asks for none there', (service, channel) => {
  expect(papersToSend(findService(service, PRESENT)!.documents, channel)).toEqual([]);
  expect(refused(service, channel, [])).toBeUndefined();
});
