import type { Kit } from '../sheet.ts';
import type { Card } from './card.ts';

/** Two methods that the types of pdfkit, those of 0.17, do not have as they are. */
type Attaching = Kit & {
  file(octets: Buffer, options: object): object;
  addNamedEmbeddedFile(key: string, specification: object): void;
};

/**
 * Attaches the document, then its signatures. pdfkit sorts the tree by the names of the files, so that «1.p7s» would come before
 * «Справка.pdf» and be the document; the keys are numbers instead, of one length, so that every reader has the same order.
 */
export function attachFiles(kit: Kit, { document, signatures }: Card) {
  const files = [
    { ...document, relationship: 'Source' },
    ...signatures.map((each) => ({ ...each, type: 'application/pkcs7-signature', relationship: 'Supplement' })),
  ];
  const attaching = kit as Attaching;
  for (const [no, { fileName, octets, madeAt, type, relationship }] of files.entries()) {
    const specification = attaching.file(Buffer.from(octets), {
      ...{ name: fileName, hidden: true, type, relationship },
      // Without them there would be none, and PDF/A-3 wants one (ISO 19005-3 6.8).
      ...{ creationDate: madeAt, modifiedDate: madeAt },
    });
    attaching.addNamedEmbeddedFile(`${no + 1}`.padStart(4, '0'), specification);
  }
}
