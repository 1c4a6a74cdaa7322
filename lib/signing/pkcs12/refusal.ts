/** Why a key file is not opened. Each has a sentence for people in the pages (web/signing). */
export type KeyFileReason =
  /** Not a PKCS#12, or broken. */
  | 'not-key-file'
  /** The seal (MAC) does not match the password: the password is wrong or the file was changed. */
  | 'wrong-password'
  /** Its encryption, seal or key is of a kind that is not supported; `detail` has the identifier. */
  | 'unsupported'
  /** More octets, keys or rounds of derivation than any authority's file has: refused before they are spent. */
  | 'too-costly'
  /** It contains no private key with its certificate. */
  | 'no-key';

export class KeyFileRefusal extends Error {
  override readonly name = 'KeyFileRefusal';
  readonly reason: KeyFileReason;
  /** A dotted OID; nothing personal. */
  readonly detail: string | undefined;

  constructor(reason: KeyFileReason, detail?: string) {
    super(detail === undefined ? reason : `${reason}: ${detail}`);
    this.reason = reason;
    this.detail = detail;
  }
}
