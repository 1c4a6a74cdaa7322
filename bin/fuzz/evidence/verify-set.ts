import { createHash } from 'node:crypto';
import { findProfile } from '../../../lib/eds/profiles/find-profile.ts';
import { parseCertificate } from '../../../lib/eds/x509/certificate.ts';
import { EdsCache, verifyEds, type EdsInput } from '../../../lib/eds/verify.ts';
import type { EdsReport } from '../../../lib/eds/report.ts';
import { newSerial } from '../../../lib/local/authority/certificate.ts';
import { seededRandom } from '../../../lib/local/authority/random.ts';
import { signTimestamp } from '../../../lib/local/authority/timestamp.ts';
import { sequence, tagged } from '../../../lib/signing/der-writer.ts';
import { dataAttributes, signedDataOf } from '../../../lib/signing/sign-detached.ts';
import { attribute, signatureTimestamp, signerInfo } from '../../../lib/signing/signer-info.ts';
import { at, now, type Cast } from './cast.ts';
import type { EvidenceSet, Item, ListItem } from './item.ts';
import { makeMinter } from './mint-item.ts';

const content = Buffer.from('a request for a service');
const revocationValues = '1.2.840.113549.1.9.16.2.24';
const rootList: ListItem = { kind: 'list', by: 'root', at: -3000 };

/** The core's verdict on a signature with this evidence beside it and in it. */
export function makeVerifier(cast: Cast): (set: EvidenceSet) => EdsReport {
  const input = makeInputs(cast);
  return (set) => verifyEds(input(set));
}

function makeInputs(cast: Cast): (set: EvidenceSet) => EdsInput {
  const cache = new EdsCache();
  const octetsOf = makeMinter(cast);
  const { root, nca, namesake, lister, responder, heir } = cast;
  const profile = findProfile('demo', [
    `${parseCertificate(root.certificate).fingerprint}=persons+timestamps+revocation`,
  ]);
  if (profile === undefined) throw new TypeError('there is no demo profile');
  const certificates = [root, nca, namesake, lister, responder, heir].map(({ certificate }) => certificate);
  const split = (items: readonly Item[]) => ({
    crls: items.filter(({ kind }) => kind !== 'answer').map(octetsOf),
    ocsps: items.filter(({ kind }) => kind === 'answer').map(octetsOf),
  });
  return (set) => {
    const carried = split(set.given.filter((item) => item.carried === true));
    const own = split(set.given.filter((item) => item.carried !== true));
    const rooted = set.given.some(({ by }) => by === 'root');
    return {
      ...own,
      crls: [...(rooted ? [] : [octetsOf(rootList)]), ...own.crls],
      cms: signCms(cast, set, carried),
      at: now,
      profile,
      certificates,
      cache,
    };
  };
}

function signCms(cast: Cast, { stamped }: EvidenceSet, carried: Pick<Required<EdsInput>, 'crls' | 'ocsps'>) {
  const { person } = cast;
  const values = sequence(tagged(0, sequence(...carried.crls)), tagged(1, sequence(...carried.ocsps)));
  const brings = carried.crls.length + carried.ocsps.length > 0;
  const info = signerInfo({
    signer: person,
    content,
    random: seededRandom('cms'),
    signedAttributes: dataAttributes(content, person.privateKey, at(-1)),
    unsignedAttributes: (signature) => [
      ...(stamped ? [signatureTimestamp(stamp(cast, stamped, signature))] : []),
      ...(brings ? [attribute(revocationValues, values)] : []),
    ],
  });
  return signedDataOf(person, info, { content, chain: [] });
}

function stamp(cast: Cast, stamped: NonNullable<EvidenceSet['stamped']>, signature: Uint8Array): Uint8Array {
  const signer = stamped.under === 'root' ? cast.rootTsa : cast.tsa;
  const random = seededRandom(createHash('sha256').update(signature).digest('hex'));
  return signTimestamp({
    signer,
    genTime: at(stamped.at),
    policy: '1.2.398.3.3.2.6.2',
    imprint: { algorithm: signer.privateKey.digestAlgorithm, digest: signer.privateKey.digest(signature) },
    serial: newSerial(random),
    random,
  });
}
