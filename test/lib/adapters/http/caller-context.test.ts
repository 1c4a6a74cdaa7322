import { expect, it } from '@jest/globals';
import { readCaller, writeCaller } from '../../../../lib/adapters/http/caller-context.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';

const holder = { id: 'a', iin: '900315300010', fullName: 'Сәуле Ахметова', role: 'mio-officer', office: 'o' } as const;
const caller: Caller = { account: 'a', role: 'mio-officer', session: 's', office: 'o', holder };

it('a caller arrives as they were written, in text that a gateway can pass', () => {
  const written = writeCaller(caller);
  expect(Object.values(written).every((value) => /^[\w-]+$/.test(String(value)))).toBe(true);
  expect(readCaller(written)).toEqual(caller);
  const { holder: _, ...citizen } = caller;
  expect(readCaller(writeCaller(citizen))).toEqual(citizen);
});

it('no more of an account leaves the authorizer than work on requests needs', () => {
  const whole = { ...holder, email: 'saule@akimat.example', phone: '+77012345678', language: 'kk', events: [] };
  expect(readCaller(writeCaller({ ...caller, holder: whole }))).toEqual(caller);
});

it('nobody is signed in whose account cannot be read, or is another one', () => {
  const other = writeCaller({ ...caller, holder: { ...holder, id: 'b' } });
  for (const context of [undefined, {}, { ...writeCaller(caller), holder: 'e30' }, { ...other }])
    expect(readCaller(context)).toBeUndefined();
  expect(readCaller({ ...writeCaller(caller), holder: 'no JSON' })).toBeUndefined();
});
