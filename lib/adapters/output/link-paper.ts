import { sha256Hex } from '../../domain/digest/sha256.ts';
import type { ReceiptDocument } from '../../domain/output/receipt.ts';
import { LINK_SECONDS } from '../s3/attachments.ts';
import type { Documents } from '../s3/documents.ts';

export interface PaperNeeds {
  readonly documents: Pick<Documents, 'has' | 'write' | 'link'>;
  readonly renderReceipt: (receipt: ReceiptDocument) => Promise<Uint8Array>;
}

/**
 * A paper that follows from its request, made on demand: the same one has the same bytes and is stored once.
 *
 * @param folder in the documents bucket
 * @param number by which it is called: its file has this name
 */
export async function linkPaper(
  receipt: ReceiptDocument,
  folder: string,
  number: string,
  { documents, renderReceipt }: PaperNeeds,
) {
  const bytes = await renderReceipt(receipt);
  const sha256 = sha256Hex(bytes);
  const key = `${folder}/${sha256}.pdf`;
  if (!(await documents.has(key))) await documents.write(key, bytes, 'application/pdf');
  const url = await documents.link(key, `${number}.pdf`);
  return { body: { number, sha256, document: { url, expiresInSeconds: LINK_SECONDS }, receipt } };
}
