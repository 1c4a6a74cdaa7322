import { Fields, readDer, readOctetString, readOid, type DerNode } from '../eds/der.ts';

/** The parts of a certificate to which other structures refer, unchanged (complete DER; `serial` is the content). */
export interface IssuedParts {
  readonly serial: Uint8Array;
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  readonly spki: Uint8Array;
  readonly subjectKeyIdentifier?: Uint8Array;
}

/** Reads them without checking anything (RFC 5280 4.1). */
export function readIssued(certificate: Uint8Array): IssuedParts {
  const fields = new Fields(new Fields(readDer(certificate)).any());
  fields.optionalExplicit(0);
  const serial = fields.any().content;
  fields.any();
  const issuer = fields.any().raw;
  fields.any();
  const subject = fields.any().raw;
  const spki = fields.any().raw;
  const extensions = fields.optionalExplicit(3)?.children ?? [];
  const identifier = extensions.map(readSubjectKeyIdentifier).find((found) => found !== undefined);
  return { serial, issuer, subject, spki, ...(identifier && { subjectKeyIdentifier: identifier }) };
}

function readSubjectKeyIdentifier({ children }: DerNode): Uint8Array | undefined {
  const [identifier, ...rest] = children;
  const value = rest.at(-1);
  if (identifier === undefined || value === undefined || readOid(identifier) !== '2.5.29.14') return undefined;
  return readOctetString(readDer(readOctetString(value)));
}
