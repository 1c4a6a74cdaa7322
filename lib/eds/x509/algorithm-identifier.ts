import type { AlgorithmIdentifier } from '../algorithms.ts';
import { Fields, readOid, type DerNode } from '../der.ts';

/** `AlgorithmIdentifier ::= SEQUENCE { algorithm OBJECT IDENTIFIER, parameters ANY OPTIONAL }` (RFC 5280 4.1.1.2) */
export const readAlgorithmIdentifier = (node: DerNode): AlgorithmIdentifier => {
  const fields = new Fields(node);
  const oid = readOid(fields.any());
  const parameters = fields.next && fields.any().raw;
  fields.end();
  return parameters === undefined ? { oid } : { oid, parameters };
};
