import { Fields, isString, readDer, readOid, readString, toHex } from '../eds/der.ts';
import type { Name } from '../eds/name.ts';
import { oids } from '../eds/oid.ts';

/** The descriptors of RFC 4514 3 and RFC 4519 2; other types stand as numbers. */
const descriptors: Readonly<Record<string, string>> = {
  [oids.attribute.commonName]: 'CN',
  [oids.attribute.surname]: 'SN',
  [oids.attribute.serialNumber]: 'serialNumber',
  [oids.attribute.country]: 'C',
  [oids.attribute.locality]: 'L',
  [oids.attribute.state]: 'ST',
  [oids.attribute.organisation]: 'O',
  [oids.attribute.organisationalUnit]: 'OU',
  [oids.attribute.givenName]: 'givenName',
  [oids.attribute.domainComponent]: 'DC',
};

/** A name as RFC 4514 writes it: the last relative name first. */
export const writeName = ({ der }: Name): string =>
  readDer(der, { bytes: 64 * 1024, elements: 2_000 })
    .children.map(({ children }) =>
      children
        .map((attribute) => {
          const fields = new Fields(attribute);
          const oid = readOid(fields.any());
          const value = fields.any();
          const descriptor = descriptors[oid];
          const isReadable = descriptor !== undefined && isString(value);
          return `${descriptor ?? oid}=${isReadable ? escape(readString(value)) : `#${toHex(value.raw)}`}`;
        })
        .join('+'),
    )
    .toReversed()
    .join(',');

/** RFC 4514 2.4. */
const escape = (text: string): string =>
  text
    .replaceAll(/["+,;<>\\]/g, String.raw`\$&`)
    .replace(/^[ #]/, String.raw`\$&`)
    .replace(/ $/, String.raw`\ `);
