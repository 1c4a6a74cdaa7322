import { textIn, type FormValues } from './form-values.ts';
import { representativeFields } from './words.ts';

/** Somebody who acts for the applicant by a notarised power of attorney, as the signed form names them. Days are ISO days. */
export interface Representative {
  readonly iin: string;
  readonly fullName: string;
  readonly power: {
    readonly number: string;
    readonly issuedOn: string;
    readonly until: string;
    readonly notary: string;
  };
}

/**
 * Who acts for the applicant; undefined if no field about them is filled in. One filled field is enough: what is missing is
 * then an empty text, which no register knows.
 */
export function representativeOf({ form }: { readonly form: FormValues }): Representative | undefined {
  const said = (name: keyof typeof representativeFields) => textIn(form, representativeFields[name]);
  const names = Object.keys(representativeFields) as (keyof typeof representativeFields)[];
  if (names.every((name) => said(name) === '')) return undefined;
  const [number, issuedOn, until, notary] = [said('number'), said('issuedOn'), said('until'), said('notary')];
  return { iin: said('iin'), fullName: said('fullName'), power: { number, issuedOn, until, notary } };
}
