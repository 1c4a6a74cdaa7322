import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { decoyHash, hashPassword, matchesPassword, passwordFault } from '../../lib/domain/identity/password.ts';

describe('a password', () => {
  it('matches its own hash and no other does', async () => {
    const hash = await hashPassword('отырар-кітапханасы', randomBytes(16));
    expect(hash).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(await matchesPassword('отырар-кітапханасы', hash)).toBe(true);
    expect(await matchesPassword('отырар-кітапханасЫ', hash)).toBe(false);
    expect(await matchesPassword('', hash)).toBe(false);
  });

  it('is the same however its letters are composed', async () => {
    const hash = await hashPassword('й-ё-decomposed', randomBytes(16));
    expect(await matchesPassword('й-ё-decomposed'.normalize('NFD'), hash)).toBe(true);
  });

  it('is hashed with a parameter set that the hash names, so that older ones still match', async () => {
    // RFC 7914 section 12, third vector (N=16384, r=8, p=1), cut to our form.
    const key = Buffer.from(
      '7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887',
      'hex',
    );
    const text = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');
    // PBKDF2's first 32 bytes do not depend on how many are asked for.
    const hash = `$scrypt$ln=14,r=8,p=1$${text(Buffer.from('SodiumChloride'))}$${text(key.subarray(0, 32))}`;
    expect(await matchesPassword('pleaseletmein', hash)).toBe(true);
  });

  it('matches the decoy never, and an unreadable hash throws', async () => {
    expect(await matchesPassword('', decoyHash)).toBe(false);
    await expect(matchesPassword('x', 'plain')).rejects.toThrow('form');
  });

  it('may hold neither the IIN nor next to nothing', () => {
    expect(passwordFault('my880414400019', '880414400019')).toBe('password-has-iin');
    expect(passwordFault('aaaabbbbcccc', '880414400019')).toBe('password-too-even');
    expect(passwordFault('отырар-кітапханасы', '880414400019')).toBeUndefined();
  });
});
