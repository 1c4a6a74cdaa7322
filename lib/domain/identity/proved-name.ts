import { FullName } from './full-name.ts';

/** What a checked EDS says of its holder. `name` is the certificate's common name: surname and first name. */
export interface Proof {
  readonly iin: string;
  readonly name?: string | undefined;
}

/** The certificate's name; what it writes with other signs than an account may hold leaves the account's own. */
export const nameOf = ({ name }: Pick<Proof, 'name'>, otherwise: string): string =>
  FullName.safeParse(name).data ?? otherwise;

/**
 * Whether a name is the proved one in any case of letters, or that with more after it: the common name of a certificate
 * has no patronymic.
 */
export function agreesWith(name: string, proved: string): boolean {
  const words = (text: string) => `${text.normalize('NFC').toLocaleUpperCase('kk').split(/\s+/).join(' ')} `;
  return words(name).startsWith(words(proved));
}

/** What somebody is called once an EDS has said his name: as he wrote it, if that is the proved one and a patronymic. */
export function provedName(written: string, proof: Pick<Proof, 'name'>): string {
  const name = nameOf(proof, written);
  return agreesWith(written, name) ? written : name;
}
