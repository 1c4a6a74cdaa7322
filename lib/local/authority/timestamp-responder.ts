import { Fields, readBoolean, readDer, readOctetString, readOid, readSmallInteger, tags } from '../../eds/der.ts';
import { EdsRefusal } from '../../eds/refusal.ts';
import { newSerial } from './certificate.ts';
import { integer, namedBits, sequence, type Der } from '../../signing/der-writer.ts';
import type { RandomSource } from '../../signing/random.ts';
import type { Signer } from '../../signing/signer-info.ts';
import { signTimestamp, type Imprint } from './timestamp.ts';

export interface TimestampAuthority {
  readonly signer: Signer;
  readonly policy: string;
  readonly now: Date;
  readonly random: RandomSource;
  /** How OIDs of the digests begin that it stamps; without it, all of those below. */
  readonly digestArc?: string;
}

/** PKIFailureInfo (RFC 3161 2.4.2), by bit. */
const failures = { badAlgorithm: 0, badDataFormat: 5, unacceptedPolicy: 15 } as const;

/** Digest lengths by OID: SHA-2 and the national ones. SHA-1 is not stamped. */
const digestLengths: Readonly<Record<string, number>> = {
  '2.16.840.1.101.3.4.2.1': 32,
  '2.16.840.1.101.3.4.2.2': 48,
  '2.16.840.1.101.3.4.2.3': 64,
  '1.2.398.3.10.1.3.1': 32,
  '1.2.398.3.10.1.3.3': 64,
};

interface Asked {
  readonly imprint: Imprint;
  readonly policy?: string;
  readonly nonce?: Uint8Array;
  readonly certificateWanted: boolean;
}

/**
 * Answers a TimeStampReq with a TimeStampResp (RFC 3161 2.4):
 *
 *     TimeStampReq ::= SEQUENCE { version INTEGER { v1(1) }, messageImprint, reqPolicy OPTIONAL,
 *       nonce INTEGER OPTIONAL, certReq BOOLEAN DEFAULT FALSE, extensions [0] IMPLICIT OPTIONAL }
 */
export function answerTimestamp(request: Uint8Array, authority: TimestampAuthority): Der {
  const { signer, policy, now, random, digestArc = '' } = authority;
  const asked = readRequest(request, digestArc);
  if (typeof asked === 'string') return refuse(asked);
  if (asked.policy !== undefined && asked.policy !== policy) return refuse('unacceptedPolicy');
  const token = signTimestamp({
    signer,
    policy,
    genTime: now,
    imprint: asked.imprint,
    serial: newSerial(random),
    random,
    ...(asked.nonce && { nonce: asked.nonce }),
    ...(!asked.certificateWanted && { certificates: [] }),
  });
  return sequence(sequence(integer(0)), token);
}

/** Rejection. */
const refuse = (why: keyof typeof failures): Der => sequence(sequence(integer(2), namedBits(failures[why])));

function readRequest(request: Uint8Array, digestArc: string): Asked | keyof typeof failures {
  try {
    const fields = new Fields(readDer(request, { bytes: 10_000 }));
    if (readSmallInteger(fields.any()) !== 1) return 'badDataFormat';
    const imprint = new Fields(fields.any());
    const algorithm = imprint.any();
    const digest = readOctetString(imprint.any());
    const digestOid = readOid(new Fields(algorithm).any());
    if (!digestOid.startsWith(digestArc) || digestLengths[digestOid] !== digest.length) return 'badAlgorithm';
    const policy = fields.optional(tags.oid);
    const nonce = fields.optional(tags.integer);
    const wanted = fields.optional(tags.boolean);
    return {
      imprint: { algorithm: algorithm.raw, digest },
      ...(policy && { policy: readOid(policy) }),
      ...(nonce && { nonce: nonce.raw }),
      certificateWanted: wanted !== undefined && readBoolean(wanted),
    };
  } catch (error) {
    if (error instanceof EdsRefusal) return 'badDataFormat';
    throw error;
  }
}
