import { elements, Fields, readOid, type DerNode } from '../../der.ts';
import { readGeneralName, type GeneralName } from '../general-name.ts';

/** `AccessDescription ::= SEQUENCE { accessMethod OBJECT IDENTIFIER, accessLocation GeneralName }` (RFC 5280 4.2.2.1) */
export interface AccessDescription {
  readonly method: string;
  readonly location: GeneralName;
}

export const readAuthorityInfoAccess = (node: DerNode): readonly AccessDescription[] =>
  elements(node).map((description) => {
    const fields = new Fields(description);
    const method = readOid(fields.any());
    const location = readGeneralName(fields.any());
    fields.end();
    return { method, location };
  });
