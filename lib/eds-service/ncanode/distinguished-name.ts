import type { Name } from '../../eds/name.ts';
import { oids } from '../../eds/oid.ts';

const { attribute } = oids;

/** The keywords of `X500Principal.toString()`. */
const keywords: Readonly<Record<string, string>> = {
  [attribute.commonName]: 'CN',
  [attribute.surname]: 'SURNAME',
  [attribute.serialNumber]: 'SERIALNUMBER',
  [attribute.country]: 'C',
  [attribute.locality]: 'L',
  [attribute.state]: 'ST',
  '2.5.4.9': 'STREET',
  [attribute.organisation]: 'O',
  [attribute.organisationalUnit]: 'OU',
  '2.5.4.12': 'T',
  [attribute.givenName]: 'GIVENNAME',
  '2.5.4.43': 'INITIALS',
  '2.5.4.44': 'GENERATION',
  '2.5.4.46': 'DNQ',
  '0.9.2342.19200300.100.1.1': 'UID',
  [attribute.domainComponent]: 'DC',
  [attribute.email]: 'EMAILADDRESS',
};

/** RFC 1779 2.3: what has to be quoted. */
const special = /[,+=\n<>#;"\\]|^ | $| {2}/u;

const quote = (value: string): string =>
  special.test(value) ? `"${value.replaceAll(/["\\]/gu, (mark) => `\\${mark}`)}"` : value;

/**
 * A name as Java writes it: the last attribute first, values in quotes where RFC 1779 asks for them. Attributes of one
 * relative name are written like attributes of several.
 *
 * @example writeName(subject) // 'GIVENNAME=ТЕСТОВИЧ, C=KZ, SERIALNUMBER=IIN123456789011, SURNAME=ТЕСТОВ, CN=ТЕСТОВ ТЕСТ'
 */
export const writeName = ({ attributes }: Name): string =>
  attributes
    .map(({ oid, value }) => `${keywords[oid] ?? `OID.${oid}`}=${quote(value)}`)
    .toReversed()
    .join(', ');
