import { identifierOf } from '../../../lib/local/authority/issuer.ts';
import { signCrl } from '../../../lib/local/authority/crl.ts';
import { extension } from '../../../lib/local/authority/extension.ts';
import { certIdOf, neverIssued, signOcsp, type OcspStatus } from '../../../lib/local/authority/ocsp.ts';
import { boolean, enumerated, generalizedTime, implicit, nothing, sequence } from '../../../lib/signing/der-writer.ts';
import { readIssued } from '../../../lib/signing/issued.ts';
import type { Signer } from '../../../lib/signing/signer-info.ts';
import type { SigningKey } from '../../../lib/signing/signing-key.ts';
import { at, type Cast } from './cast.ts';
import type { AnswerItem, Item, Line, ListItem, Status } from './item.ts';
import { signingBySha1 } from './signing-by.ts';

const fiveDays = 5 * 24 * 60;
const unknownCritical = extension('1.2.3.4.5', nothing, true);
const spoiltExtensions = {
  'unknown-critical': unknownCritical,
  'unreadable-reason': extension('2.5.29.21', nothing),
  'unreadable-date': extension('2.5.29.24', boolean(true)),
} as const;

/** The same item gives the same array of octets, so that a cache recognises it. */
export function makeMinter(cast: Cast): (item: Item) => Uint8Array {
  const minted = new Map<string, Uint8Array>();
  return (item) => {
    const name = JSON.stringify({ ...item, carried: false });
    const octets = minted.get(name) ?? mintItem(cast, item);
    minted.set(name, octets);
    return octets;
  };
}

function mintItem(cast: Cast, item: Item): Uint8Array {
  const octets = item.kind === 'answer' ? mintAnswer(cast, item) : mintList(cast, item);
  if (item.altered !== true) return octets;
  const altered = Uint8Array.from(octets);
  altered[altered.length - 1]! ^= 1;
  return altered;
}

function mintList(cast: Cast, item: ListItem): Uint8Array {
  const { until = item.at + fiveDays, lines = [] } = item;
  const { issuer, key } = listSigner(cast, item);
  const fields = {
    issuer: readIssued(issuer.certificate).subject,
    issuerKeyIdentifier: identifierOf(issuer),
    thisUpdate: at(item.at),
    nextUpdate: at(until),
    number: item.number ?? (item.kind === 'delta' ? 8 : 7),
    revoked: lines.map((line) => ({
      serial: readIssued(cast[line.of ?? 'person'].certificate).serial,
      at: at(line.since),
      more: [
        ...(line.reason === undefined ? [] : [extension('2.5.29.21', enumerated(line.reason))]),
        ...extensionsOf(line),
      ],
    })),
    ...(item.kind === 'delta' && { deltaOf: item.base ?? 7 }),
    more: [...(item.critical === true ? [unknownCritical] : []), ...scopes[item.scope ?? 'all']],
  };
  return signCrl(fields, key);
}

/** IssuingDistributionPoint (RFC 5280 5.2.5). */
const scopes = {
  all: [],
  authorities: [extension('2.5.29.28', sequence(implicit(2, Uint8Array.of(0xff))), true)],
  'key-compromise': [extension('2.5.29.28', sequence(implicit(3, Uint8Array.of(6, 0x40))), true)],
} as const;

function listSigner(cast: Cast, { by }: ListItem): { readonly issuer: Signer; readonly key: SigningKey } {
  if (by === 'sha-1') return { issuer: cast.nca, key: signingBySha1(cast.nca.privateKey) };
  if (by === 'stranger') return { issuer: cast.nca, key: cast.stranger };
  return { issuer: by === 'lister' ? cast.nca : cast[by], key: cast[by].privateKey };
}

const extensionsOf = ({ invalidSince, spoilt }: Pick<Line, 'invalidSince' | 'spoilt'>): readonly Uint8Array[] => [
  ...(spoilt === undefined ? [] : [spoiltExtensions[spoilt]]),
  ...(invalidSince === undefined ? [] : [extension('2.5.29.24', generalizedTime(at(invalidSince)))]),
];

function mintAnswer(cast: Cast, item: AnswerItem): Uint8Array {
  const { producedAt = item.at, until = item.at + fiveDays, statuses = [{ says: 'good' }] } = item;
  const issuer = cast[item.ofNamesake === true ? 'namesake' : 'nca'].certificate;
  return signOcsp({
    responder: answerSigner(cast, item),
    producedAt: at(producedAt),
    extendedRevoke: true,
    answers: statuses.map((each) => ({
      certId: certIdOf(issuer, readIssued(cast[each.of ?? 'person'].certificate).serial),
      status: statusOf(each),
      thisUpdate: at(each.at ?? item.at),
      nextUpdate: at(until),
      more: extensionsOf(each),
    })),
    ...(item.critical === true && { more: [unknownCritical] }),
    // So the signature is the last part, and its last bit can be changed.
    ...(item.altered === true && { certificates: [] }),
  });
}

function answerSigner(cast: Cast, { by }: AnswerItem): Signer {
  if (by === 'stranger') return { certificate: cast.responder.certificate, privateKey: cast.stranger };
  return by === 'unentitled' ? cast.tsa : cast[by];
}

function statusOf({ says, reason, since = -5000 }: Status): OcspStatus {
  if (says === 'never-issued') return neverIssued;
  if (says !== 'revoked') return says;
  return { revokedAt: at(since), ...(reason && { reason }) };
}
