import type { Der } from '../../signing/der-writer.ts';
import type { RandomSource } from '../../signing/random.ts';
import { dataAttributes, signedDataOf } from '../../signing/sign-detached.ts';
import { signatureTimestamp, signerInfo, type Signer } from '../../signing/signer-info.ts';
import { indefinite } from './indefinite.ts';

export interface SignCmsOptions {
  readonly content: Uint8Array;
  /** The content stays outside the CMS. */
  readonly detached?: boolean;
  readonly signer: Signer;
  /** Certificates (DER) included in addition to the signer's; the authority's clients include none. */
  readonly chain?: readonly Uint8Array[];
  readonly signingTime: Date;
  /** Indefinite lengths and content in pieces, as NCALayer writes; otherwise DER. */
  readonly ber?: boolean;
  /** Makes a timestamp token for the signature value, included as an unsigned attribute. */
  readonly timestamp?: (signature: Uint8Array) => Uint8Array;
  readonly random?: RandomSource;
}

/**
 * A CMS as a person's program makes it (lib/signing), but with a key that signs synchronously, and in every form that
 * occurs in practice.
 *
 * @example signCms({ content: Buffer.from('test'), signer, signingTime: new Date() })
 */
export function signCms(options: SignCmsOptions): Der {
  const { content, detached = false, signer, chain = [], signingTime, ber = false, timestamp, random } = options;
  const info = signerInfo({
    signer,
    content,
    signedAttributes: dataAttributes(content, signer.privateKey, signingTime),
    ...(timestamp && { unsignedAttributes: (signature) => [signatureTimestamp(timestamp(signature))] }),
    ...(random && { random }),
  });
  const cms = signedDataOf(signer, info, { ...(!detached && { content }), chain });
  return ber ? indefinite(cms) : cms;
}
