import { expect, it } from '@jest/globals';
import { checkDocuments } from '../../../../lib/domain/regulation/check-documents.ts';
import { Document, type RegulationText } from '../../../../lib/domain/regulation/schema.ts';

const item = (code: string, more: object = {}) => ({ code, name: { ru: 'а', kk: 'а' }, text: 'а', ...more });
const found = (...items: readonly ReturnType<typeof item>[]) =>
  checkDocuments({
    channels: [{ channel: 'portal' }, { channel: 'mio' }],
    documents: { source: 'п. 1', items },
  } as unknown as RegulationText).map(({ path, reason }) => `${path.join('.')}: ${reason}`);

it('a code names one document of a channel', () => {
  expect(found(item('card', { channel: 'portal' }), item('card', { channel: 'mio' }))).toEqual([]);
  expect(found(item('card', { channel: 'portal' }), item('card', { channel: 'portal' }))).toEqual([
    'documents.items.1.code: the code stands twice in the channel portal',
  ]);
  expect(found(item('card'), item('card', { channel: 'mio' }))).toEqual([
    'documents.items.1.code: the code stands twice in the channel mio',
  ]);
});

it('whoever may send one of several has several', () => {
  const one = { channel: 'portal', scan: 'one-of' };
  expect(found(item('card', one), item('passport', one))).toEqual([]);
  expect(found(item('card', one), item('passport'))).toEqual([
    'documents.items.0.scan: one-of needs another document to choose',
  ]);
});

it('no document is called "other", or has a code that an address could not have', () => {
  expect(found(item('other'))).toContainEqual(expect.stringContaining('documents.items.0.code: "other" is'));
  for (const code of ['', 'Card', 'birth certificate', 'справка', '-card'])
    expect(Document.safeParse(item(code)).success).toBe(false);
});
