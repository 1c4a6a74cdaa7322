import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { decoyHash, hashPassword, matchesPassword, passwordFault } from '../../../../lib/domain/identity/password.ts';

describe('a password', () => {
  it('matches its own hash, and no other password does', async () => {
    const hash = await hashPassword('отырар-кітапханасы', randomBytes(16));
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(await matchesPassword('отырар-кітапханасы', hash)).toBe(true);
    expect(await matchesPassword('отырар-кітапханасЫ', hash)).toBe(false);
    expect(await matchesPassword('', hash)).toBe(false);
  });

  it('is the same however its letters are composed', async () => {
    const hash = await hashPassword('й-ё-decomposed', randomBytes(16));
    expect(await matchesPassword('й-ё-decomposed'.normalize('NFD'), hash)).toBe(true);
  });

  it('is hashed with a parameter set that the hash names, so that older ones still match', async () => {
    // A vector of Argon2's reference implementation (test.c).
    const key = Buffer.from('09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7', 'hex');
    const text = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');
    const hash = `$argon2id$v=19$m=65536,t=2,p=1$${text(Buffer.from('somesalt'))}$${text(key)}`;
    expect(await matchesPassword('password', hash)).toBe(true);
  });

  it('never matches the decoy, and an unreadable hash throws', async () => {
    expect(await matchesPassword('', decoyHash)).toBe(false);
    await expect(matchesPassword('x', 'plain')).rejects.toThrow('form');
  });

  it('may contain neither the IIN nor only a few different characters', () => {
    expect(passwordFault('my880414400019', '880414400019')).toBe('password-has-iin');
    expect(passwordFault('aaaabbbbcccc', '880414400019')).toBe('password-too-even');
    expect(passwordFault('отырар-кітапханасы', '880414400019')).toBeUndefined();
  });

  it.each([
    '1234567890',
    'qwertyuiop',
    'password12',
    'Password2026!',
    'йцукенгшщз',
    'Қазақстан2026',
    'abc123abc123',
    '!!dragon!!',
  ])('may not be among the first that attackers try: %s', (password) =>
    expect(passwordFault(password, '880414400019')).toBe('password-common'),
  );

  it.each(['сырдария-жағасында', 'қызыл алма бақшасы', 'correct horse battery', 'dragon-of-mangystau'])(
    "may be the person's own phrase: %s",
    (password) => expect(passwordFault(password, '880414400019')).toBeUndefined(),
  );
});
