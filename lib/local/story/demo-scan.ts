import PDFDocument from 'pdfkit';

/** A one-page PDF instead of a scanned identity card, clearly marked as a demo. The same bytes every time. */
export function demoScan(): Promise<Uint8Array> {
  const made = new Date('2026-01-01T00:00:00Z');
  const document = new PDFDocument({ size: 'A5', info: { Title: 'DEMO', CreationDate: made, ModDate: made } });
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  const done = new Promise<Uint8Array>((resolve) => document.on('end', () => resolve(Buffer.concat(parts))));
  document.fontSize(28).text('DEMO', { align: 'center' }).fontSize(12).text('Not a document of anybody.');
  document.end();
  return done;
}
