import { Fields, readIntegerOctets, readOctetString, toHex, type DerNode } from '../../der.ts';
import { directoryNames, readGeneralNames } from '../general-name.ts';
import type { Name } from '../../name.ts';

/**
 * `AuthorityKeyIdentifier ::= SEQUENCE { keyIdentifier [0] OCTET STRING OPTIONAL, authorityCertIssuer [1] GeneralNames OPTIONAL,
 *   authorityCertSerialNumber [2] INTEGER OPTIONAL }` (RFC 5280 4.2.1.1). Identifiers and serials in hex.
 */
export interface AuthorityKeyIdentifier {
  readonly keyIdentifier?: string;
  readonly issuer?: readonly Name[];
  readonly serial?: string;
}

export const readAuthorityKeyIdentifier = (node: DerNode): AuthorityKeyIdentifier => {
  const fields = new Fields(node);
  const keyIdentifier = fields.optional(0x80);
  const issuer = fields.optional(0xa1);
  const serial = fields.optional(0x82);
  fields.end();
  return {
    ...(keyIdentifier && { keyIdentifier: toHex(keyIdentifier.content) }),
    ...(issuer && { issuer: directoryNames(readGeneralNames(issuer, 0xa1)) }),
    ...(serial && { serial: toHex(readIntegerOctets(serial, 0x82)) }),
  };
};

/** `SubjectKeyIdentifier ::= OCTET STRING` (RFC 5280 4.2.1.2), in hex. */
export const readSubjectKeyIdentifier = (node: DerNode): string => toHex(readOctetString(node));
