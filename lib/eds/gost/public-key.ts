import { Fields, readBitStringOctets, readDer, readOctetString, readOid } from '../der.ts';
import { EdsRefusal } from '../refusal.ts';
import { gost2004Curve, gost2015Curve, type Curve, type Point } from './curve.ts';
import { readPoint } from './signature.ts';

/**
 *     SubjectPublicKeyInfo ::= SEQUENCE {
 *       algorithm         SEQUENCE { algorithm OBJECT IDENTIFIER,
 *                                    parameters SEQUENCE { curve OBJECT IDENTIFIER, digest OBJECT IDENTIFIER } },
 *       subjectPublicKey  BIT STRING }          -- OCTET STRING { x || y, each little-endian }
 *
 * as the authority writes it (cf. RFC 4491 section 2.3.2).
 */
export interface GostPublicKey {
  readonly curve: Curve;
  readonly point: Point;
}

/** Key identifier → the only curve and digest that are supported with it. */
const keyKinds: Readonly<Record<string, { readonly curve: Curve; readonly parameters: readonly [string, string] }>> = {
  '1.2.398.3.10.1.1.1.1': { curve: gost2004Curve, parameters: ['1.2.398.3.10.1.1.1.1.1', '1.2.398.3.10.1.3.1.1.0'] },
  '1.2.398.3.10.1.1.2.2': { curve: gost2015Curve, parameters: ['1.2.398.3.10.1.1.2.2.1', '1.2.398.3.10.1.3.3'] },
};

/** The key in a DER SubjectPublicKeyInfo; undefined if it is malformed, of another kind or not on its curve. */
export function readGostPublicKey(spki: Uint8Array): GostPublicKey | undefined {
  try {
    const info = new Fields(readDer(spki));
    const algorithm = new Fields(info.any());
    const kind = keyKinds[readOid(algorithm.any())];
    const parameters = new Fields(algorithm.any());
    const named = [readOid(parameters.any()), readOid(parameters.any())];
    const octets = readOctetString(readDer(readBitStringOctets(info.any())));
    parameters.end();
    algorithm.end();
    info.end();
    if (kind === undefined || named.join() !== kind.parameters.join()) return undefined;
    const point = readPoint(kind.curve, octets);
    return point !== undefined && kind.curve.contains(point) ? { curve: kind.curve, point } : undefined;
  } catch (error) {
    if (error instanceof EdsRefusal) return undefined;
    throw error;
  }
}
