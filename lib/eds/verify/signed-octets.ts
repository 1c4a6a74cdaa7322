import type { SignatureAnswer } from '../algorithms.ts';
import type { SignerInfo } from '../cms/signer-info.ts';
import { Message } from '../message.ts';

/**
 * What a signer may have signed, in the order in which it is tried. RFC 5652 section 5.4: attributes are signed in DER,
 * whatever form is sent. Most are signed as they arrive. If that signature is not valid, they are written in DER, once
 * in each way. All forms say the same, so it does not matter which one was signed. Without attributes the content is
 * tried; if there is none, nothing is.
 */
export class SignedOctets {
  readonly #arrived: Message | undefined;
  readonly #write: () => readonly Uint8Array[];
  #written: readonly Message[] | undefined;

  constructor({ signedAttributesDer, signedAttributesInDer }: SignerInfo, content: Message | undefined) {
    this.#arrived = signedAttributesDer ? new Message(signedAttributesDer) : content;
    this.#write = signedAttributesInDer ?? (() => []);
  }

  /**
   * The answer of the first form that is valid, otherwise that of the octets as they arrived; undefined if there is
   * nothing to try.
   */
  try(verify: (message: Message) => SignatureAnswer): SignatureAnswer | undefined {
    const answer = this.#arrived && verify(this.#arrived);
    if (answer !== 'invalid') return answer;
    // One after another, because each further try is paid for.
    this.#written ??= this.#write().map((octets) => new Message(octets));
    return this.#written.some((message) => verify(message) === 'valid') ? 'valid' : 'invalid';
  }
}
