import { expect, it } from '@jest/globals';
import { checkMailed } from '../../../../lib/domain/regulation/check-mailed.ts';
import type { RegulationText } from '../../../../lib/domain/regulation/schema.ts';

const BY_MAIL = '8) процесс 8 – выдача нарочно или посредством отправки на электронную почту';
const handOver = [{ work: 'hand-over', by: 'mio' }];
interface Said {
  readonly mailed?: string;
  readonly text?: string;
  readonly does?: readonly object[];
}
const email = { name: 'resultEmail', kind: 'email', required: false };
const found = ({ mailed = 'resultEmail', text = BY_MAIL, does = handOver }: Said = {}, field: object = email) =>
  checkMailed({
    channels: [
      {
        channel: 'mio',
        steps: { items: [{ text }] },
        actions: [{ name: '-', completion: '-', term: '-', does }],
        ...(mailed && { mailed: { field: mailed } }),
      },
    ],
    form: { fields: [field] },
  } as unknown as RegulationText).map(({ path, reason }) => `${path.join('.')}: ${reason}`);

it('where the source hands over or mails, the form asks for the address', () => {
  expect(found()).toEqual([]);
  expect(found({ mailed: '' })).toEqual([expect.stringContaining('channels.0.mailed: the source hands results over')]);
});

it('nothing is mailed where the source does not say so, or hands nothing over', () => {
  expect(found({ text: '8) процесс 8 – выдача нарочно' })).toEqual([expect.stringContaining('no step and no row')]);
  expect(found({ does: [{ effect: 'create-output' }] })).toEqual([expect.stringContaining('no step and no row')]);
  expect(found({ mailed: '', does: [{ effect: 'deliver-output' }] })).toEqual([]);
});

it('the field is an address of e-mail that may be left empty in that channel', () => {
  for (const field of [
    { ...email, required: true },
    { ...email, kind: 'phone' },
    { ...email, channels: ['con'] },
  ])
    expect(found({}, field)).toEqual([expect.stringContaining('channels.0.mailed.field')]);
  expect(found({ mailed: 'another' })).toHaveLength(1);
});
