import type { Bilingual } from '../../lib/domain/language/bilingual.ts';
import type { KeyUse } from '../../lib/signing/describe-certificate.ts';
import type { SigningProblem } from './problem.ts';

export type WayId = 'ncalayer' | 'key-file' | 'elsewhere' | 'demo-key';

/** Whose key is needed, and for what. At sign-in the person is not known yet, so there is no IIN. */
export interface Who {
  readonly iin?: string;
  readonly purpose: KeyUse;
  /** The BIN of the organisation in whose name they sign; `false`: for themselves; absent: whatever the key is. */
  readonly organisation?: string | false;
}

/** A detached CMS over the content: base64 of its bytes, without line breaks. */
export interface Signed {
  readonly cms: string;
  /** Whose signature it is, according to the certificate. */
  readonly owner: string;
}

/**
 * A way to sign. No part of a key reaches our servers: a way answers with the signature, or with what happened, in
 * words, and what to do next. `stop` ends it early. A QR way would need a third party, and would be one more of these.
 */
export interface Way {
  readonly id: WayId;
  readonly title: Bilingual;
  readonly hint: Bilingual;
  readonly sign: (content: Uint8Array, who: Who, stop?: AbortSignal) => Promise<Signed | SigningProblem>;
  /** Several documents with one entry of the password, if the way can do this: all, in their order, or none. */
  readonly signAll?: (
    contents: readonly Uint8Array[],
    who: Who,
    stop?: AbortSignal,
    /** How many are signed so far, where the page knows. */
    made?: (n: number) => void,
  ) => Promise<readonly Signed[] | SigningProblem>;
}
