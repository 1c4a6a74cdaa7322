import { elements, onlyChild, readIa5, readOid, tags, type DerNode } from '../der.ts';
import { readName, type Name } from '../name.ts';
import { EdsRefusal } from '../refusal.ts';

/** Forms of GeneralName that cannot be compared here; constraints on them refuse the name (RFC 5280 4.2.1.10). */
export type OpaqueNameForm = 'other' | 'x400' | 'edi-party';

/** `GeneralName ::= CHOICE` (RFC 5280 4.2.1.6) */
export type GeneralName =
  | { readonly form: 'rfc822' | 'dns' | 'uri'; readonly value: string }
  | { readonly form: 'directory'; readonly name: Name }
  | { readonly form: 'ip'; readonly octets: Uint8Array }
  | { readonly form: 'registered-id'; readonly oid: string }
  | { readonly form: OpaqueNameForm; readonly der: Uint8Array };

export const readGeneralName = (node: DerNode): GeneralName => {
  switch (node.tag) {
    case 0xa0:
      return { form: 'other', der: node.raw };
    case 0x81:
      return { form: 'rfc822', value: readIa5(node) };
    case 0x82:
      return { form: 'dns', value: readIa5(node) };
    case 0xa3:
      return { form: 'x400', der: node.raw };
    case 0xa4:
      return { form: 'directory', name: readName(onlyChild(node)) };
    case 0xa5:
      return { form: 'edi-party', der: node.raw };
    case 0x86:
      return { form: 'uri', value: readIa5(node) };
    case 0x87:
      return { form: 'ip', octets: node.content };
    case 0x88:
      return { form: 'registered-id', oid: readOid(node, 0x88) };
    default:
      throw new EdsRefusal('der-tag-unexpected', node.start);
  }
};

/** `GeneralNames ::= SEQUENCE SIZE (1..MAX) OF GeneralName` */
export const readGeneralNames = (node: DerNode, tag: number = tags.sequence): readonly GeneralName[] => {
  const nodes = elements(node, tag);
  if (nodes.length === 0) throw new EdsRefusal('der-field-missing', node.start);
  return nodes.map(readGeneralName);
};

/** The directory names among them. */
export const directoryNames = (names: readonly GeneralName[]): readonly Name[] =>
  names.flatMap((name) => (name.form === 'directory' ? [name.name] : []));
