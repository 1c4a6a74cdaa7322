import { createHash } from 'node:crypto';
import { findProfile } from '../lib/eds/profiles/find-profile.ts';
import type { EdsInput } from '../lib/eds/verify.ts';
import { signCms } from '../lib/local/authority/cms.ts';
import { signCrl } from '../lib/local/authority/crl.ts';
import { identifierOf, issueIntermediate, issuePerson, issueRoot } from '../lib/local/authority/issuer.ts';
import { readIssued } from '../lib/signing/issued.ts';
import { seededRandom } from '../lib/local/authority/random.ts';
import type { Signer } from '../lib/signing/signer-info.ts';

/** The time of every signature and of every check. */
export const at = new Date('2026-03-01T12:00:00Z');
const random = seededRandom('bench');
const period = { notBefore: new Date('2026-01-01'), notAfter: new Date('2027-01-01'), random };
const addresses = { crl: 'http://demo-authority.localhost/crl/bench.crl' };

/** A list of this many lines, made an hour ago. */
export function makeList(issuer: Signer, lines: number): Uint8Array {
  const revoked = Array.from({ length: lines }, () => ({
    serial: serial(),
    at: period.notBefore,
    reason: 'superseded' as const,
  }));
  const fields = {
    issuer: readIssued(issuer.certificate).subject,
    issuerKeyIdentifier: identifierOf(issuer),
    thisUpdate: new Date(at.getTime() - 3_600_000),
    nextUpdate: new Date(at.getTime() + 86_400_000),
    number: 1,
    revoked,
  };
  return signCrl(fields, issuer.privateKey);
}

function serial(): Uint8Array {
  const octets = random(20);
  octets[0] = (octets[0]! & 0x3f) | 0x40;
  return octets;
}

export interface RsaScene {
  /** Detached signatures of one content, by one citizen and by others, each of whom signed once. */
  readonly known: Uint8Array;
  readonly strangers: readonly Uint8Array[];
  /** Everything that a check needs beside the signature. */
  readonly input: Omit<EdsInput, 'cms' | 'cache'> & { readonly content: Uint8Array };
  readonly root: Signer;
  readonly authority: Signer;
  /** Whose signature `known` is. */
  readonly signer: Signer;
}

/** Citizens below an authority below a pinned root; lists of both, the authority's of 10,000 lines. RSA of 2048 bits. */
export async function makeRsaScene(strangers: number): Promise<RsaScene> {
  const root = await issueRoot('rsa', 'BENCH ROOT', period);
  const authority = await issueIntermediate(root, 'BENCH NCA', addresses, period);
  const person = { surname: 'Демо', firstName: 'Азамат', iin: '900315390115' };
  const signer = await issuePerson(authority, { ...period, person, role: 'individual', addresses });
  // All have the same key, because making keys would take minutes; the result does not depend on it.
  const others = Array.from({ length: strangers }, () =>
    issuePerson(authority, { ...period, person, role: 'individual', addresses, key: signer.privateKey }),
  );
  const content = Buffer.from('заявление');
  const sign = (by: Signer) =>
    signCms({ content, detached: true, signer: by, chain: [authority.certificate], signingTime: at });
  return {
    ...{ root, authority, signer },
    known: sign(signer),
    strangers: (await Promise.all(others)).map(sign),
    input: {
      at,
      profile: findProfile('kz-nca', [createHash('sha256').update(root.certificate).digest('hex')])!,
      certificates: [root.certificate, authority.certificate],
      crls: [makeList(root, 0), makeList(authority, 10_000)],
      expected: { iin: person.iin },
      content,
    },
  };
}
