import { expect, it } from '@jest/globals';
import { Email } from '../../../../lib/domain/identity/email.ts';

const long = 'a'.repeat(64);

it.each([
  [' azamat@demo.example\n', 'azamat@demo.example'],
  ['azamat@пошта.қаз', 'azamat@xn--80a1acn3a.xn--80ao21a'],
  ['azamat@xn--80a1acn3a.xn--80ao21a', 'azamat@xn--80a1acn3a.xn--80ao21a'],
  ["o'connor+1@Demo.Example", "o'connor+1@demo.example"],
  [`${long}@demo.example`, `${long}@demo.example`],
])('%j is %s', (typed, address) => expect(Email.parse(typed)).toBe(address));

it.each([
  '',
  'azamat',
  '@demo.example',
  'a@demo',
  'a b@demo.example',
  '.a@demo.example',
  'a..b@demo.example',
  'a@-b.example',
])('%j is no address', (typed) => expect(Email.safeParse(typed).success).toBe(false));

it.each([
  'a@demo.example/../x',
  'a@user:word@demo.example',
  'a@[127.0.0.1]',
  'a@demo.example\r\nBcc: b@demo.example',
  `${long}a@demo.example`,
  `a@${'b'.repeat(250)}.example`,
  'a@0',
  'a@1.2',
  'a@１.２',
  'a@%64emo.example',
])('%j is not made into one', (typed) => expect(Email.safeParse(typed).success).toBe(false));
