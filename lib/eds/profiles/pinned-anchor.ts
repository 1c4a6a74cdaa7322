/**
 * What an anchor is pinned for: the certificates of signers (`persons`), of timestamp authorities (`timestamps`), and
 * of OCSP responders other than those that it issued itself (`revocation`). Signers of lists are searched under the
 * anchor of the path itself (RFC 5280 6.3.3 (f)).
 */
export const anchorPurposes = ['persons', 'timestamps', 'revocation'] as const;
export type AnchorPurpose = (typeof anchorPurposes)[number];

export interface PinnedAnchor {
  /** SHA-256 of the certificate, hex, lower case. */
  readonly fingerprint: string;
  /** It ends no path of another purpose. */
  readonly purposes: readonly AnchorPurpose[];
}

/**
 * An anchor as the configuration writes it: its SHA-256 (hex in either case, colons allowed), `=` and its purposes
 * joined by `+`. Without purposes it is pinned only for persons: nobody is trusted for a purpose that nobody wrote.
 *
 *     readPinnedAnchor('32c7d233…=persons+timestamps')
 *
 * Throws a RangeError for anything else, so that a mistyped anchor stops the start instead of silently trusting
 * nothing.
 */
export function readPinnedAnchor(text: string): PinnedAnchor {
  const [digits = '', named = 'persons', surplus] = text.trim().split('=');
  const fingerprint = digits.replaceAll(':', '').trim().toLowerCase();
  if (!/^[0-9a-f]{64}$/u.test(fingerprint) || surplus !== undefined)
    throw new RangeError('an anchor is pinned by the 64 hex digits of its SHA-256');
  return { fingerprint, purposes: readPurposes(named) };
}

/** `persons+timestamps`. */
export function readPurposes(text: string): readonly AnchorPurpose[] {
  const purposes = text.split('+').map((name) => anchorPurposes.find((purpose) => purpose === name.trim()));
  if (!purposes.every((purpose) => purpose !== undefined))
    throw new RangeError(`an anchor is pinned for ${anchorPurposes.join(', ')}`);
  return purposes;
}
