import type { AlgorithmIdentifier } from '../algorithms.ts';
import {
  context,
  contextConstructed,
  Fields,
  readBoolean,
  readDer,
  readInteger,
  readOctetString,
  readOid,
  readSmallInteger,
  readTime,
  tags,
  toHex,
  type DerNode,
} from '../der.ts';
import { EdsRefusal } from '../refusal.ts';
import { readAlgorithmIdentifier } from '../x509/algorithm-identifier.ts';
import { readExtensions } from '../x509/extension.ts';

/**
 *     TSTInfo ::= SEQUENCE {
 *       version         INTEGER { v1(1) },
 *       policy          TSAPolicyId,
 *       messageImprint  SEQUENCE { hashAlgorithm AlgorithmIdentifier, hashedMessage OCTET STRING },
 *       serialNumber    INTEGER,
 *       genTime         GeneralizedTime,
 *       accuracy        Accuracy OPTIONAL,
 *       ordering        BOOLEAN DEFAULT FALSE,
 *       nonce           INTEGER OPTIONAL,
 *       tsa             [0] GeneralName OPTIONAL,
 *       extensions      [1] IMPLICIT Extensions OPTIONAL }
 *
 * RFC 3161 section 2.4.2.
 */
export interface TimestampInfo {
  /** Dotted OID. */
  readonly policy: string;
  readonly hashAlgorithm: AlgorithmIdentifier;
  readonly hashedMessage: Uint8Array;
  /** The content octets of the INTEGER in hex. */
  readonly serial: string;
  readonly genTime: Date;
  /** Half-width of the interval that contains genTime, in milliseconds; 0 if not given. */
  readonly accuracy: number;
  readonly nonce?: bigint;
  /** `[0]` with the GeneralName in it, unread: a claim on which nothing depends. */
  readonly tsa?: DerNode;
  /** Dotted OIDs of critical extensions: no extension of a TSTInfo is processed here. */
  readonly unknownCritical: readonly string[];
}

export function parseTimestampInfo(der: Uint8Array): TimestampInfo {
  const fields = new Fields(readDer(der, { bytes: 64 * 1024, elements: 2000 }));
  if (readSmallInteger(fields.any()) !== 1) throw new EdsRefusal('tsp-malformed', 0);
  const policy = readOid(fields.any());
  const imprint = new Fields(fields.any());
  const hashAlgorithm = readAlgorithmIdentifier(imprint.any());
  const hashedMessage = readOctetString(imprint.any());
  imprint.end();
  const serial = fields.any();
  readInteger(serial);
  const genTime = readTime(fields.take(tags.generalizedTime), { fraction: true });
  const accuracy = fields.optional(tags.sequence);
  const ordering = fields.optional(tags.boolean);
  if (ordering !== undefined) readBoolean(ordering);
  const nonce = fields.optional(tags.integer);
  const tsa = fields.optional(contextConstructed(0));
  const extensions = fields.optional(contextConstructed(1));
  fields.end();
  return {
    policy,
    hashAlgorithm,
    hashedMessage,
    serial: toHex(serial.content),
    genTime,
    accuracy: accuracy === undefined ? 0 : readAccuracy(new Fields(accuracy)),
    ...(nonce && { nonce: readInteger(nonce) }),
    ...(tsa && { tsa }),
    unknownCritical: extensions === undefined ? [] : readUnknownCritical(extensions),
  };
}

const readUnknownCritical = (extensions: DerNode): readonly string[] =>
  readExtensions(extensions, contextConstructed(1))
    .filter(({ critical }) => critical)
    .map(({ oid }) => oid);

/** `Accuracy ::= SEQUENCE { seconds INTEGER OPTIONAL, millis [0] INTEGER OPTIONAL, micros [1] INTEGER OPTIONAL }`, in milliseconds. */
function readAccuracy(fields: Fields): number {
  const seconds = fields.optional(tags.integer);
  const millis = fields.optional(context(0));
  const micros = fields.optional(context(1));
  fields.end();
  return (
    (seconds ? readSmallInteger(seconds) * 1000 : 0) +
    (millis ? readSmallInteger(millis, context(0)) : 0) +
    (micros ? readSmallInteger(micros, context(1)) / 1000 : 0)
  );
}
