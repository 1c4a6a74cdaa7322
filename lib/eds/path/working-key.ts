import { readDer, tags, writeDer } from '../der.ts';
import type { PublicKeyInfo } from '../x509/public-key-info.ts';

/** working_public_key with its algorithm and parameters (RFC 5280 6.1.2(g)–(i)). */
export interface WorkingKey {
  /** DER SubjectPublicKeyInfo, complete with parameters. */
  readonly spki: Uint8Array;
  readonly algorithm: string;
  readonly parameters: Uint8Array | undefined;
}

const isNull = (parameters: Uint8Array): boolean => parameters.length === 2 && parameters[0] === tags.null;

/** The SubjectPublicKeyInfo with these parameters inserted; the octets of identifier and key are unchanged. */
const withParameters = (key: PublicKeyInfo, parameters: Uint8Array): Uint8Array => {
  const [algorithm, subjectPublicKey] = readDer(key.der).children;
  const oid = algorithm?.children[0];
  if (oid === undefined || subjectPublicKey === undefined) return key.der;
  return writeDer(tags.sequence, writeDer(tags.sequence, oid.raw, parameters), subjectPublicKey.raw);
};

/**
 * RFC 5280 6.1.4(d)–(f): a key without parameters inherits those of the key that certified it, if both are of one
 * algorithm.
 */
export const nextWorkingKey = (key: PublicKeyInfo, previous?: WorkingKey): WorkingKey => {
  const { oid: algorithm, parameters } = key.algorithm;
  if (parameters !== undefined && !isNull(parameters)) return { spki: key.der, algorithm, parameters };
  const inherited = previous?.algorithm === algorithm ? previous.parameters : undefined;
  const spki = inherited === undefined ? key.der : withParameters(key, inherited);
  return { spki, algorithm, parameters: inherited };
};
