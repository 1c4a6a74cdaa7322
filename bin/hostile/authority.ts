import { createHash } from 'node:crypto';
import { signCrl } from '../../lib/local/authority/crl.ts';
import {
  identifierOf,
  issueIntermediate,
  issuePerson,
  issueRoot,
  issueTimestampAuthority,
} from '../../lib/local/authority/issuer.ts';
import { seededRandom } from '../../lib/local/authority/random.ts';
import { readIssued } from '../../lib/signing/issued.ts';
import type { Signer } from '../../lib/signing/signer-info.ts';
import type { KeyFamily } from '../../lib/signing/signing-key.ts';

/** The genuine authority and one of its people: the attacker has such a certificate, and the server has the rest. */
export interface AttackedAuthority {
  readonly anchor: string;
  readonly authority: Signer;
  readonly person: Signer;
  readonly stamper: Signer;
  /** The content of the trust bucket. */
  readonly certificates: readonly Uint8Array[];
  readonly crls: readonly Uint8Array[];
}

const hour = 3_600_000;
const halfYear = 183 * 24 * hour;

/** The beginning of today: a running server, whose clock is not changed, accepts what was made for then. */
export const attackedAt = new Date(new Date().setUTCHours(0, 0, 0, 0));
const fromAttack = (milliseconds: number): Date => new Date(attackedAt.getTime() + milliseconds);

export async function makeAttackedAuthority(family: KeyFamily): Promise<AttackedAuthority> {
  const random = seededRandom(`attacked ${family}`);
  const options = { random, notBefore: fromAttack(-halfYear), notAfter: fromAttack(halfYear) };
  const addresses = { crl: 'http://demo-authority.localhost/list.crl' };
  const root = await issueRoot(family, 'Attacked Root', options);
  const authority = await issueIntermediate(root, 'Attacked Authority', addresses, options);
  const person = { surname: 'Сынақов', firstName: 'Сынақ', iin: '123456789011' };
  const listOf = (issuer: Signer) =>
    signCrl(
      {
        issuer: readIssued(issuer.certificate).subject,
        issuerKeyIdentifier: identifierOf(issuer),
        thisUpdate: fromAttack(-hour),
        nextUpdate: fromAttack(48 * hour),
        number: 1,
        revoked: [],
      },
      issuer.privateKey,
      random,
    );
  return {
    anchor: createHash('sha256').update(root.certificate).digest('hex'),
    authority,
    person: await issuePerson(authority, { ...options, person, role: 'individual', addresses }),
    stamper: await issueTimestampAuthority(authority, 'Attacked Stamper', addresses, options),
    certificates: [root.certificate, authority.certificate],
    crls: [listOf(root), listOf(authority)],
  };
}
