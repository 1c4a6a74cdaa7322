import { FullName } from './full-name.ts';

/** What a checked EDS says about its holder. `name` is the certificate's common name: surname and first name. */
export interface Proof {
  readonly iin: string;
  readonly name?: string | undefined;
}

/** The certificate's name. If it has characters that an account may not hold, the account keeps its own name. */
export const nameOf = ({ name }: Pick<Proof, 'name'>, otherwise: string): string =>
  FullName.safeParse(name).data ?? otherwise;

/**
 * Whether a name is the proved one, or begins with it, in any case of letters: the common name of a certificate has no
 * patronymic.
 */
export function agreesWith(name: string, proved: string): boolean {
  const words = (text: string) => `${text.normalize('NFC').toLocaleUpperCase('kk').split(/\s+/).join(' ')} `;
  return words(name).startsWith(words(proved));
}

/** The name of a person after an EDS proved it: as they wrote it, if that is the proved name and a patronymic. */
export function provedName(written: string, proof: Pick<Proof, 'name'>): string {
  const name = nameOf(proof, written);
  return agreesWith(written, name) ? written : name;
}
