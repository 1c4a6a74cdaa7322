import { expect, it } from '@jest/globals';
import { openAnswer, sealAnswer } from '../../../../lib/adapters/identity/sealed-answer.ts';
import { newSecret } from '../../../../lib/adapters/identity/secrets.ts';

it('opens only with the secret that sealed it, and not after a bit was changed', () => {
  const secret = newSecret();
  const sealed = sealAnswer(secret, 'Жауап');
  expect(openAnswer(secret, sealed)).toBe('Жауап');
  expect(() => openAnswer(newSecret(), sealed)).toThrow();
  const bytes = Buffer.from(sealed, 'base64');
  for (const at of [0, bytes.length - 17, bytes.length - 1]) {
    const changed = Buffer.from(bytes);
    changed[at]! ^= 1;
    expect(() => openAnswer(secret, changed.toString('base64'))).toThrow();
  }
});
