import { findDigest } from '../../eds/algorithms.ts';
import { attempt } from '../../eds/attempt.ts';
import { cmsOids } from '../../eds/cms/oids.ts';
import type { SignerInfo } from '../../eds/cms/signer-info.ts';
import { onlyChild, toHex } from '../../eds/der.ts';
import type { TimestampInfo } from '../../eds/tsp/timestamp-info.ts';
import { parseTimestampToken } from '../../eds/tsp/timestamp-token.ts';
import { readGeneralName } from '../../eds/x509/general-name.ts';
import { javaTime, type TspInfo } from './answers.ts';
import { writeName } from './distinguished-name.ts';

const digestNames: Readonly<Record<string, string>> = {
  MD5: 'MD5',
  'SHA-1': 'SHA1',
  'SHA-224': 'SHA224',
  'SHA-256': 'SHA256',
  'SHA-384': 'SHA384',
  'SHA-512': 'SHA512',
  'GOST-34.311-95': 'GOST34311',
  'GOST-34.11-2015-512': 'GOST3411-2015-512',
};

/** What the first signature timestamp says, whether it is genuine or not: the report decides. Null for none that reads. */
export function tspInfo({ unsignedAttributes }: SignerInfo): TspInfo | null {
  const attribute = unsignedAttributes.find(({ oid }) => oid === cmsOids.signatureTimestamp);
  const token = attribute?.values[0]?.raw;
  const read = token && attempt(() => parseTimestampToken(token));
  if (read === undefined) return null;
  const { info } = read;
  return {
    serialNumber: info.serial,
    genTime: javaTime(info.genTime),
    policy: info.policy,
    tsa: tsaOf(info),
    tspHashAlgorithm: digestNames[findDigest(info.hashAlgorithm.oid)?.name ?? ''] ?? null,
    hash: toHex(info.hashedMessage),
  };
}

function tsaOf({ tsa }: TimestampInfo): string | null {
  const name = tsa && attempt(() => readGeneralName(onlyChild(tsa)));
  return name?.form === 'directory' ? writeName(name.name) : null;
}
