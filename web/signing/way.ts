import type { Bilingual } from '../../lib/domain/language/bilingual.ts';
import type { KeyUse } from '../../lib/signing/describe-certificate.ts';
import type { SigningProblem } from './problem.ts';

export type WayId = 'ncalayer' | 'key-file' | 'elsewhere' | 'demo-key';

/** Whose key is wanted, and for what. Who signs in is not known yet: then without an IIN. */
export interface Who {
  readonly iin?: string;
  readonly purpose: KeyUse;
}

/** A detached CMS over the content that was asked for: base64 of its bytes, without line breaks. */
export interface Signed {
  readonly cms: string;
  /** Whose signature it is, as their certificate says. */
  readonly owner: string;
}

/**
 * A way to sign. Nothing of a key reaches a server of ours: a way answers with the signature, or with what happened, in
 * words, and what to do next. `stop` ends it early. A QR way needs a third party and would be one more of these.
 */
export interface Way {
  readonly id: WayId;
  readonly title: Bilingual;
  readonly hint: Bilingual;
  readonly sign: (content: Uint8Array, who: Who, stop?: AbortSignal) => Promise<Signed | SigningProblem>;
  /** Several documents by one entry of the password, where the way can: all, in their order, or none. */
  readonly signAll?: (
    contents: readonly Uint8Array[],
    who: Who,
    stop?: AbortSignal,
  ) => Promise<readonly Signed[] | SigningProblem>;
}
