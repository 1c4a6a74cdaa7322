import { elements, readNamedBits, readOid, type DerNode } from '../../der.ts';
import { EdsRefusal } from '../../refusal.ts';

/** The bits of KeyUsage in their order (RFC 5280 4.2.1.3). */
const keyUsageBits = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const;

export type KeyUsageBit = (typeof keyUsageBits)[number];
export type KeyUsage = ReadonlySet<KeyUsageBit>;

export const readKeyUsage = (node: DerNode): KeyUsage => {
  const bits = readNamedBits(node);
  return new Set(keyUsageBits.filter((_, index) => bits.has(index)));
};

/** `ExtKeyUsageSyntax ::= SEQUENCE SIZE (1..MAX) OF KeyPurposeId` (RFC 5280 4.2.1.12), dotted decimals. */
export const readExtendedKeyUsage = (node: DerNode): ReadonlySet<string> => {
  const purposes = new Set(elements(node).map((purpose) => readOid(purpose)));
  if (purposes.size === 0) throw new EdsRefusal('extension-malformed', node.start);
  return purposes;
};
