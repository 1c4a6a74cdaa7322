import { describe, expect, it } from '@jest/globals';
import { findService, PRESENT } from '../../../../../lib/domain/regulation/cards.ts';
import { fieldsIn } from '../../../../../lib/domain/regulation/fields-in.ts';
import { checkForm } from '../../../../../lib/domain/request/draft/form.ts';

const service = findService('south-kazakhstan-unemployed-certificate', PRESENT);
const iin = '900315300010';
const filled = { iin, postalCode: '160000', phone: '87252000000', sik: '0000000000000000' };
const check = (form: Record<string, string>, complete = true) =>
  checkForm(service?.fields ?? [], form, { at: '/form', applicantIin: iin, today: '2026-11-29', complete }).map(
    ({ field, rule }) => `${field} ${rule}`,
  );

/** Appendix 8: ИИН 12 digits, РНН 12 (optional), postal code 6, phone up to 15, СИК 16. */
describe('the format-logical control of appendix 8', () => {
  it.each([
    [{ phone: '' }, '/form/phone required'],
    [{ phone: '8725-200' }, '/form/phone format'],
    [{ phone: '8'.repeat(16) }, '/form/phone length'],
    [{ postalCode: '16000' }, '/form/postalCode length'],
    [{ sik: '0'.repeat(15) }, '/form/sik length'],
    [{ rnn: '12345678901' }, '/form/rnn length'],
    [{ rnn: '12345678901a' }, '/form/rnn format'],
    [{ iin: '900315300020' }, '/form/iin applicant-iin'],
    [{ shoeSize: '43' }, '/form/shoeSize unknown-field'],
    [{ sik: '000000000000000\u0007' }, '/form/sik format'],
  ])('finds %j', (wrong, expected) => {
    expect(check({ ...filled, ...wrong })).toContain(expected);
  });

  it('asks a draft for nothing that is missing', () => {
    expect(check({}, false)).toEqual([]);
    expect(check({})).toEqual([
      '/form/iin required',
      '/form/postalCode required',
      '/form/phone required',
      '/form/sik required',
    ]);
  });

  it('names what was given, shortened', () => {
    const [error] = checkForm(
      service?.fields ?? [],
      { ...filled, phone: 'x'.repeat(500) },
      { at: '/form', applicantIin: iin, today: '2026-11-29', complete: true },
    );
    expect(error?.given).toBe('x'.repeat(64));
  });
});

/** The fields of forms and documents whose values are checked against the day, the applicant and each other. */
describe('the rules for a value', () => {
  const day = { required: true, length: { min: 10, max: 10 }, format: 'text', kind: 'day' } as const;
  const rulesOf = (fields: Parameters<typeof checkForm>[0], values: Record<string, string>) =>
    checkForm(fields, values, { at: '', applicantIin: iin, today: '2026-11-29', complete: true }).map(
      ({ rule }) => rule,
    );

  it.each([
    ['not-future', '2026-11-29', []],
    ['not-future', '2026-11-30', ['not-future']],
    ['not-past', '2026-11-29', []],
    ['not-past', '2026-11-28', ['not-past']],
  ] as const)('a day that is %s: %s', (when, value, rules) => {
    expect(rulesOf([{ ...day, name: 'on', when }], { on: value })).toEqual(rules);
  });

  it.each([
    ['2026-01-02', []],
    ['2026-01-01', []],
    ['2025-12-31', ['not-before']],
  ])('a period from 2026-01-01 until %s', (until, rules) => {
    const fields = [
      { ...day, name: 'from' },
      { ...day, name: 'until', notBefore: 'from' },
    ];
    expect(rulesOf(fields, { from: '2026-01-01', until })).toEqual(rules);
  });

  it('a day of birth is that of the IIN, if the IIN is valid', () => {
    const person = {
      required: true,
      length: { min: 12, max: 12 },
      format: 'numeric',
      kind: 'iin',
      name: 'who',
    } as const;
    const fields = [person, { ...day, name: 'born', birthOf: 'who' }];
    expect(rulesOf(fields, { who: iin, born: '1990-03-15' })).toEqual([]);
    expect(rulesOf(fields, { who: iin, born: '1990-03-16' })).toEqual(['birth-of']);
    expect(rulesOf(fields, { who: '111111111111', born: '1990-03-16' })).not.toContain('birth-of');
  });

  it.each([
    ['2019-11-30', []],
    ['2019-11-29', ['younger-than']],
    ['2000-01-01', ['younger-than']],
  ])('a child younger than seven, born %s', (born, rules) => {
    expect(rulesOf([{ ...day, name: 'born', youngerThan: 7 }], { born })).toEqual(rules);
  });

  it('a child is not its parent', () => {
    const child = {
      required: true,
      length: { min: 12, max: 12 },
      format: 'numeric',
      kind: 'iin',
      name: 'child',
    } as const;
    expect(rulesOf([{ ...child, ofAnother: true }], { child: iin })).toEqual(['of-another']);
  });

  describe('fields of one group', () => {
    const part = { required: false, length: { min: 1, max: 9 }, format: 'text', group: 'representative' } as const;
    const group = [
      { ...part, name: 'number' },
      { ...part, name: 'notary' },
      { ...part, name: 'note', group: undefined },
    ];

    it('are filled in together or not at all', () => {
      expect(rulesOf(group, {})).toEqual([]);
      expect(rulesOf(group, { note: 'а' })).toEqual([]);
      expect(rulesOf(group, { number: '1', notary: 'а' })).toEqual([]);
      expect(rulesOf(group, { number: '1' })).toEqual(['together']);
      expect(rulesOf(group, { number: '1', notary: '' })).toEqual(['together']);
      expect(rulesOf(group, { notary: ' ' })).toEqual(['together']);
    });

    it('are asked only in their channels', () => {
      const fields = [
        { ...part, name: 'number', channels: ['con' as const] },
        { ...part, name: 'note', channels: ['con' as const, 'portal' as const] },
      ];
      expect(fieldsIn(fields, 'con').map(({ name }) => name)).toEqual(['number', 'note']);
      expect(fieldsIn(fields, 'portal').map(({ name }) => name)).toEqual(['note']);
      expect(rulesOf(fieldsIn(fields, 'portal'), { number: '1' })).toContain('unknown-field');
    });
  });

  it.each(['0', '00', '04', '1.5'])('a count is a whole number from 1, not %s', (people) => {
    const count = {
      name: 'people',
      label: { ru: 'Состав семьи', kk: 'Отбасы құрамы' },
      required: true,
      length: { min: 1, max: 4 },
      format: 'text',
      kind: 'count',
    } as const;
    expect(rulesOf([count], { people })).toEqual(['count']);
    expect(rulesOf([count], { people: '4' })).toEqual([]);
  });

  it.each(['0', '012', '1,5', 'много денег'])('money is whole tenge, not %s', (amount) => {
    const money = {
      required: true,
      length: { min: 1, max: 12 },
      format: 'text',
      kind: 'money',
      name: 'amount',
    } as const;
    expect(rulesOf([money], { amount })).toEqual(['money']);
    expect(rulesOf([money], { amount: '12500' })).toEqual([]);
  });
});
