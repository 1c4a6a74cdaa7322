import { oid, printableString, sequence, setOf, utf8String, type Der } from '../../signing/der-writer.ts';

/** Attribute types as the authority uses them; `givenName` has the patronymic. */
const attributes = {
  commonName: ['2.5.4.3', utf8String],
  surname: ['2.5.4.4', utf8String],
  serialNumber: ['2.5.4.5', printableString],
  country: ['2.5.4.6', printableString],
  locality: ['2.5.4.7', utf8String],
  organisation: ['2.5.4.10', utf8String],
  organisationalUnit: ['2.5.4.11', utf8String],
  givenName: ['2.5.4.42', utf8String],
} as const satisfies Record<string, readonly [string, (value: string) => Der]>;

export type NameAttribute = keyof typeof attributes;

/** A distinguished name of single-valued RDNs in this order. */
export const distinguishedName = (...parts: readonly (readonly [NameAttribute, string])[]): Der =>
  sequence(
    ...parts.map(([type, value]) => {
      const [identifier, string] = attributes[type];
      return setOf(sequence(oid(identifier), string(value)));
    }),
  );

/** A person's name in the authority's form; `bin` and `organisation` are for an employee or head of an organisation. */
export interface PersonName {
  readonly surname: string;
  readonly firstName: string;
  readonly patronymic?: string;
  readonly iin: string;
  readonly organisation?: { readonly name: string; readonly bin: string };
}

/** CN, SURNAME, SERIALNUMBER, C, [O, OU], GIVENNAME: the order of the authority's user certificates. */
export const personDistinguishedName = (person: PersonName): Der =>
  distinguishedName(
    ['commonName', `${person.surname} ${person.firstName}`.toUpperCase()],
    ['surname', person.surname.toUpperCase()],
    ['serialNumber', `IIN${person.iin}`],
    ['country', 'KZ'],
    ...(person.organisation
      ? ([
          ['organisation', person.organisation.name],
          ['organisationalUnit', `BIN${person.organisation.bin}`],
        ] as const)
      : []),
    ...(person.patronymic ? ([['givenName', person.patronymic.toUpperCase()]] as const) : []),
  );
