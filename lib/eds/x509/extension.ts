import { elements, Fields, readBoolean, readDer, readOctetString, readOid, tags, type DerNode } from '../der.ts';
import { EdsRefusal } from '../refusal.ts';

/** `Extension ::= SEQUENCE { extnID OBJECT IDENTIFIER, critical BOOLEAN DEFAULT FALSE, extnValue OCTET STRING }` */
export interface Extension {
  readonly oid: string;
  readonly critical: boolean;
  /** The content of extnValue. */
  readonly value: Uint8Array;
}

const readExtension = (node: DerNode): Extension => {
  const fields = new Fields(node);
  const oid = readOid(fields.any());
  // An encoded FALSE is not DER (X.690 11.5) but occurs in practice; it does not change the meaning.
  const critical = fields.optional(tags.boolean);
  const value = readOctetString(fields.any());
  fields.end();
  return { oid, critical: critical !== undefined && readBoolean(critical), value };
};

/**
 * RFC 5280 4.2: at least one, and none twice. `tag`: the tag that replaces SEQUENCE when they are tagged implicitly.
 */
export const readExtensions = (node: DerNode, tag: number = tags.sequence): readonly Extension[] => {
  const extensions = elements(node, tag).map(readExtension);
  if (extensions.length === 0) throw new EdsRefusal('der-field-missing', node.start);
  if (new Set(extensions.map(({ oid }) => oid)).size < extensions.length) {
    throw new EdsRefusal('extension-duplicate', node.start);
  }
  return extensions;
};

/** Reads the value of an extension, if it is among them. */
export const readExtensionValue = <T>(
  extensions: readonly Extension[],
  oid: string,
  read: (node: DerNode) => T,
): T | undefined => {
  const extension = extensions.find((candidate) => candidate.oid === oid);
  return extension && read(readDer(extension.value));
};
