import { FullName } from './full-name.ts';

/** What a certificate calls its holder: surname and first name; the authority writes the patronymic into the given name. */
export interface Certified {
  readonly commonName?: string | undefined;
  readonly givenName?: string | undefined;
}

/** What a checked EDS says of its holder. */
export interface Proof extends Certified {
  readonly iin: string;
}

/** The name in a certificate: the common name, and the patronymic where it is not in it already. */
export const certifiedName = ({ commonName, givenName }: Certified): string | undefined =>
  commonName !== undefined && givenName !== undefined && !wordsOf(commonName).includes(wordsOf(givenName))
    ? `${commonName} ${givenName}`
    : commonName;

/** The certificate's name. If it has characters that an account may not hold, the account keeps its own name. */
export const nameOf = (proof: Certified, otherwise: string): string =>
  FullName.safeParse(certifiedName(proof)).data ?? FullName.safeParse(proof.commonName).data ?? otherwise;

/** Whether two names have the same words, in any case of letters. */
export const agreesWith = (name: string, proved: string): boolean => wordsOf(name) === wordsOf(proved);

const wordsOf = (text: string) => ` ${text.normalize('NFC').trim().toLocaleUpperCase('kk').split(/\s+/).join(' ')} `;

/** The name to use once an EDS has proved one: as the person wrote it, if they wrote the same words. */
export function provedName(written: string, proof: Certified): string {
  const name = nameOf(proof, written);
  return agreesWith(written, name) ? written : name;
}
