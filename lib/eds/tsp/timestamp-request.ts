import { writeDer, tags } from '../der.ts';

const version = Uint8Array.of(tags.integer, 1, 1);
const certificateWanted = Uint8Array.of(tags.boolean, 1, 0xff);

/**
 *     TimeStampReq ::= SEQUENCE { version INTEGER { v1(1) }, messageImprint SEQUENCE { hashAlgorithm, hashedMessage OCTET STRING },
 *       reqPolicy OPTIONAL, nonce INTEGER OPTIONAL, certReq BOOLEAN DEFAULT FALSE }
 *
 * RFC 3161 section 2.4.1. It asks for the authority's certificate, and for no policy: the profile judges that of the answer.
 *
 * @param algorithm DER of the AlgorithmIdentifier of the digest; @param nonce 1 to 32 octets
 */
export const makeTimestampRequest = (algorithm: Uint8Array, digest: Uint8Array, nonce: Uint8Array): Uint8Array =>
  writeDer(
    tags.sequence,
    version,
    writeDer(tags.sequence, algorithm, writeDer(tags.octetString, digest)),
    // Octets of a positive INTEGER: a first octet above 7F, or a leading zero, would mean another number.
    writeDer(tags.integer, Uint8Array.of(1), nonce),
    certificateWanted,
  );
