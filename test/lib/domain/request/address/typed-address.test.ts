import { expect, it } from '@jest/globals';
import { demoIin } from '../../../../../lib/local/demo/demo-number.ts';
import {
  armLetter,
  disown,
  isFirstLetter,
  mailable,
  recordLetter,
} from '../../../../../lib/domain/request/address/typed-address.ts';
import { duesOf } from '../../../../../lib/domain/request/due.ts';
import { mailingsOf } from '../../../../../lib/domain/request/mailing/mailing.ts';
import { noticeOf } from '../../../../../lib/domain/request/notify.ts';
import type { Request } from '../../../../../lib/domain/request/request.ts';
import { after, at, must, numbered } from '../example.ts';
import { mailed } from '../mailing-example.ts';

const filedBy = { account: 'operator', iin: demoIin('1990-01-01', 'female', 3), place: 'con', name: 'Демо Оператор' };
const told = (request: Request, row: string) => noticeOf(request, at(row, 1), 'taken-into-work', { number: 'N' });

/** Filed by an operator, who typed the address; three notices wait to be mailed. */
function filed(): Request {
  const request: Request = { ...numbered(), filedBy };
  return { ...request, notices: ['1', '2', '3'].map((row) => told(request, row)) };
}
const [first, second] = filed().notices as [Request['notices'][0], Request['notices'][0]];

it('one letter goes first; the others wait for it, and nothing is due because of them', () => {
  expect(mailable(filed())).toEqual([first]);
  expect([isFirstLetter(filed(), first), isFirstLetter(filed(), second)]).toEqual([true, false]);
  const failed = recordLetter(armLetter(filed(), first, 'd'), first, false, after(2));
  expect(mailable(failed).map(({ id, attempts }) => [id, attempts])).toEqual([[first.id, 1]]);
  expect(duesOf(failed).filter(({ kind, at: due }) => kind === 'mail' && due < after(2))).toEqual([]);
  const gone = recordLetter(armLetter(failed, first, 'e'), first, true, after(2));
  expect(mailable(gone)).toHaveLength(3);
  expect(gone.notices.map(({ email }) => email)).toEqual(['sent', 'pending', 'pending']);
  expect(isFirstLetter(gone, second)).toBe(false);
});

it('a letter that nobody takes for days is given up, and the next notice asks', () => {
  const tired = { ...filed(), notices: [{ ...first, attempts: 24 }, second] };
  const lost = recordLetter(armLetter(tired, tired.notices[0]!, 'd'), first, false, after(2));
  expect(lost.notices[0]?.email).toBe('failed');
  expect([mailable(lost).at(-1)?.id, isFirstLetter(lost, second)]).toEqual([second.id, true]);
});

it('an address of an account, and a visitor without one, have no such letter', () => {
  const own = numbered();
  expect(mailable(own)).toBe(own.notices);
  const { email: _, ...applicant } = filed().applicant;
  const without = { ...filed(), applicant };
  expect(isFirstLetter(without, first)).toBe(false);
});

it('whoever has the last letter disowns the address: it is forgotten, nothing is mailed any more, the history says so', () => {
  const sent = recordLetter(armLetter(armLetter(filed(), first, 'old'), first, 'd'), first, true, after(2));
  expect(disown(sent, 'old', after(3))).toMatchObject({ refused: 'mailing/unknown' });
  const quiet = must(disown(sent, 'd', after(3)));
  expect(JSON.stringify(quiet)).not.toContain(filed().applicant.email);
  expect(quiet.notices.map(({ email }) => email)).toEqual(['sent', 'none', 'none']);
  expect(quiet.events.at(-1)).toMatchObject({ code: 'address-disowned', at: after(3).toISOString() });
  expect(told(quiet, '4').email).toBe('none');
  expect(must(disown(quiet, 'd', after(4)))).toBe(quiet);
});

it('a result that is on its way to the form’s address opens for nobody after that, and waits at the counter', () => {
  const request = { ...mailed(), filedBy, typedAddress: { digest: 'd', sentAt: after(1).toISOString() } } as Request;
  const quiet = must(disown(request, 'd', after(20)));
  expect(mailingsOf(quiet).map(({ state }) => state)).toEqual(['disowned']);
  expect(quiet.notices.at(-1)).toMatchObject({ code: 'result-unmailed', email: 'none' });
});
