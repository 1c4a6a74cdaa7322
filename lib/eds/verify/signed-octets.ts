import type { SignatureAnswer } from '../algorithms.ts';
import type { SignerInfo } from '../cms/signer-info.ts';
import { Message } from '../message.ts';

/**
 * What a signer may have signed, in the order in which it is tried. RFC 5652 section 5.4: attributes are signed in DER, however they are sent.
 * Most are signed as they arrive; where that does not hold they are written in DER, in each way once. All of them say the same, so that it does
 * not matter which one was signed. Without attributes it is the content, in one way; nothing where that is not there.
 */
export class SignedOctets {
  readonly #arrived: Message | undefined;
  readonly #write: () => readonly Uint8Array[];
  #written: readonly Message[] | undefined;

  constructor({ signedAttributesDer, signedAttributesInDer }: SignerInfo, content: Message | undefined) {
    this.#arrived = signedAttributesDer ? new Message(signedAttributesDer) : content;
    this.#write = signedAttributesInDer ?? (() => []);
  }

  /** The answer of the first that holds, else that of the octets as they arrived; undefined where there is nothing to try. */
  try(verify: (message: Message) => SignatureAnswer): SignatureAnswer | undefined {
    const answer = this.#arrived && verify(this.#arrived);
    if (answer !== 'invalid') return answer;
    // One after another: each further try is paid for.
    this.#written ??= this.#write().map((octets) => new Message(octets));
    return this.#written.some((message) => verify(message) === 'valid') ? 'valid' : 'invalid';
  }
}
