import { createHash } from 'node:crypto';
import { extendCms } from '../../adapters/trust/extend-cms.ts';
import { makeOcspRequest } from '../../eds/ocsp/cert-id.ts';
import { findProfile } from '../../eds/profiles/find-profile.ts';
import { systemRandom } from '../../signing/random.ts';
import { readIssued } from '../../signing/issued.ts';
import { signDetached } from '../../signing/sign-detached.ts';
import { signCrl } from '../authority/crl.ts';
import { identifierOf, issuePerson } from '../authority/issuer.ts';
import { answerOcsp } from '../authority/ocsp-responder.ts';
import { answerTimestamp } from '../authority/timestamp-responder.ts';
import { addressesOf, makeAuthority, validFor, type AuthorityFamily } from '../demo/demo-authority.ts';

const minute = 60_000;
const week = 7 * 24 * 60 * minute;

interface Signing {
  readonly firstName?: string;
  /** Of the timestamp. */
  readonly at?: Date;
  /** Of the OCSP answer; a minute later. */
  readonly answeredAt?: Date;
}

/** An authority of its own with a clock that it is told, for tests and benchmarks of what extended signatures are made into. */
export async function openExample(family: AuthorityFamily, now: Date) {
  const authority = await makeAuthority(family, now, systemRandom);
  const { root, nca, ocsp, tsa } = authority;
  const anchor = createHash('sha256').update(root.certificate).digest('hex');
  const profile = findProfile('demo', [`${anchor}=persons+timestamps+revocation`])!;
  let number = 0;
  const list = (issuer: typeof root) =>
    signCrl(
      {
        issuer: readIssued(issuer.certificate).subject,
        issuerKeyIdentifier: identifierOf(issuer),
        ...{ thisUpdate: new Date(now.getTime() - minute), nextUpdate: new Date(now.getTime() + week) },
        ...{ number: ++number, revoked: [] },
      },
      issuer.privateKey,
    );
  const crls = [list(root), list(nca)];
  const certificates = [root.certificate, nca.certificate];
  const person = (firstName: string) =>
    issuePerson(nca, {
      person: { surname: 'Демо', firstName, iin: '900315390018' },
      role: 'individual',
      addresses: addressesOf(family, 'nca'),
      ...validFor(365, now),
      random: systemRandom,
    });
  return {
    authority,
    profile,
    certificates,
    crls,
    person,
    /** As a person's program makes it. */
    signPlain: async (content: Uint8Array) => signDetached(content, await person('Азамат'), now),
    /** A detached signature with timestamp, answer, lists and the intermediate certificate in it. */
    async sign(content: Uint8Array, { firstName = 'Азамат', at = now, answeredAt }: Signing = {}): Promise<Uint8Array> {
      const cms = await signDetached(content, await person(firstName), at);
      const answered = answeredAt ?? new Date(at.getTime() + minute);
      const extended = await extendCms(
        { cms, content, at: answered, profile, certificates, crls },
        {
          clock: () => answered,
          askTimestamp: async (request) =>
            answerTimestamp(request, { signer: tsa, policy: '1.2.398.3.3.2.6.2', now: at, random: systemRandom }),
          askOcsp: async (subjects) =>
            subjects.map(({ certificate, issuer }) =>
              answerOcsp(makeOcspRequest(certificate, issuer, new Uint8Array(16)), {
                ...{ responder: ocsp, issuer: nca.certificate, statusOf: () => 'good', now: answered },
              }),
            ),
        },
      );
      if (!('cms' in extended)) throw new Error(`the example lacks ${extended.lacks}`);
      return extended.cms;
    },
  };
}
