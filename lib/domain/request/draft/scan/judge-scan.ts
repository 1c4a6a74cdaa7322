import type { AttachmentKind } from '../../request.ts';
import type { z } from 'zod';
import { kindOfScan } from './kind.ts';
import { findPdfFault } from './pdf.ts';
import { findJpegFault, findPngFault, findTiffFault } from './pictures.ts';
import type { ScanFault } from './faults.ts';
import { EDGE_BYTES, type Looked, type ReadRange } from './read.ts';

type Kind = z.infer<typeof AttachmentKind>;

const faultsOf: Readonly<Record<Kind, (looked: Looked) => ScanFault | undefined | Promise<ScanFault | undefined>>> = {
  'application/pdf': findPdfFault,
  'image/jpeg': findJpegFault,
  'image/png': findPngFault,
  'image/tiff': findTiffFault,
};

/**
 * What is wrong with the content of a scan of `size` bytes that was declared as `type`; undefined for a good one. It
 * reads both ends, and in a PDF or TIFF the one place to which an end refers. It does not check what a PDF does when it
 * is opened.
 */
export async function judgeScan(type: Kind, size: number, read: ReadRange): Promise<ScanFault | undefined> {
  const head = Buffer.from(await read(0, Math.min(size, EDGE_BYTES) - 1));
  const tail = size > EDGE_BYTES ? Buffer.from(await read(size - EDGE_BYTES, size - 1)) : head;
  if (kindOfScan(head, tail) !== type) return 'type';
  return faultsOf[type]({ size, head, tail, read });
}
