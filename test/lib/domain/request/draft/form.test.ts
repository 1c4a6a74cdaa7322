import { describe, expect, it } from '@jest/globals';
import { findService, PRESENT } from '../../../../../lib/domain/regulation/cards.ts';
import { checkForm } from '../../../../../lib/domain/request/draft/form.ts';

const service = findService('south-kazakhstan-unemployed-certificate', PRESENT);
const iin = '900315300010';
const filled = { iin, postalCode: '160000', phone: '87252000000', sik: '0000000000000000' };
const check = (form: Record<string, string>, complete = true) =>
  checkForm(service?.fields ?? [], form, { at: '/form', applicantIin: iin, complete }).map(
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
      { at: '/form', applicantIin: iin, complete: true },
    );
    expect(error?.given).toBe('x'.repeat(64));
  });
});
