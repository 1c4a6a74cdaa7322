/** A legal person in whose name somebody applies. Neither number nor name is personal data; who signs for it is. */
export interface Organisation {
  /** 12 digits. */
  readonly bin: string;
  /** As in the certificate, so it is known once somebody has signed. */
  readonly name?: string | undefined;
}

/** The part of a request that says for whom it is made. */
export interface Applying {
  readonly organisation?: { readonly bin: string } | undefined;
  readonly submission?: { readonly signerOrganisation?: string | undefined } | undefined;
}

/** The legal person that applies; undefined if the applicant applies for themselves. */
export function organisationOf({ organisation, submission }: Applying): Organisation | undefined {
  const name = submission?.signerOrganisation;
  return organisation && { bin: organisation.bin, ...(name !== undefined && { name }) };
}
