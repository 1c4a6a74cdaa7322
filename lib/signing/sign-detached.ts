import type { Der } from './der-writer.ts';
import { signedData } from './signed-data.ts';
import {
  assembleSignerInfo,
  contentTypeAttribute,
  contentTypes,
  messageDigestAttribute,
  signedOctets,
  signingTimeAttribute,
  type Signer,
} from './signer-info.ts';
import type { PersonKey } from './signing-key.ts';

/**
 * A detached CMS over the content, as the national client programs make it: content type, signing time and message
 * digest as signed attributes, the signer by issuer and serial number, and only the signer's certificate.
 *
 * @param signingTime what the signer claims; a page has no trusted time
 * @example await signDetached(new TextEncoder().encode('test'), (await openKeyFile(file, password)).signers[0], new
 * Date())
 */
export async function signDetached(content: Uint8Array, signer: Signer<PersonKey>, signingTime: Date): Promise<Der> {
  const signedAttributes = dataAttributes(content, signer.privateKey, signingTime);
  const signature = await signer.privateKey.sign(signedOctets(signedAttributes, content));
  return signedDataOf(signer, assembleSignerInfo({ signer, signedAttributes, signature, unsignedAttributes: [] }));
}

export const dataAttributes = (content: Uint8Array, { digest }: PersonKey, signingTime: Date): readonly Der[] => [
  contentTypeAttribute(contentTypes.data),
  signingTimeAttribute(signingTime),
  messageDigestAttribute(digest(content)),
];

/**
 * The CMS of one signer. It contains `content` unless it is detached; `chain`: certificates in addition to the
 * signer's.
 */
export const signedDataOf = (
  signer: Signer<PersonKey>,
  info: Uint8Array,
  { content, chain = [] }: { readonly content?: Uint8Array; readonly chain?: readonly Uint8Array[] } = {},
): Der =>
  signedData({
    version: 1,
    digestAlgorithms: [signer.privateKey.digestAlgorithm],
    contentType: contentTypes.data,
    ...(content && { content }),
    certificates: [signer.certificate, ...chain],
    signerInfos: [info],
  });
