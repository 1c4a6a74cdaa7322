import { deflateSync } from 'node:zlib';

/** An object of a PDF: its text, or a stream with the entries of its dictionary. */
type PdfObject = string | { readonly entries?: string; readonly octets: Uint8Array };

/** A PDF of these objects, the first of which is the catalogue; each has the number of its place. */
export function writePdf(objects: readonly PdfObject[], trailer = ''): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const length = () => parts.reduce((sum, part) => sum + part.length, 0);
  const places = objects.map((object, no) => {
    const at = length();
    const body =
      typeof object === 'string'
        ? [Buffer.from(object, 'latin1')]
        : [
            Buffer.from(`<< /Length ${object.octets.length} ${object.entries ?? ''} >>\nstream\n`, 'latin1'),
            Buffer.from(object.octets),
            Buffer.from('\nendstream'),
          ];
    parts.push(Buffer.from(`${no + 1} 0 obj\n`), ...body, Buffer.from('\nendobj\n'));
    return at;
  });
  const at = length();
  const rows = places.map((place) => `${`${place}`.padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(`xref\n0 1\n0000000000 65535 f \n1 ${objects.length}\n${rows}`),
    Buffer.from(
      `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`,
      'latin1',
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

export const deflated = (octets: Uint8Array, entries = '') => ({
  entries: `/Filter /FlateDecode ${entries}`,
  octets: deflateSync(octets),
});

/** A PDF with these files attached, in this order. */
export function attach(files: readonly { readonly name: string; readonly octets: Uint8Array }[]): Uint8Array {
  const utf16 = (text: string) => `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
  const keys = files.map((_, no) => `(${`${no + 1}`.padStart(4, '0')}) ${2 + no * 2} 0 R`);
  return writePdf([
    `<< /Type /Catalog /Names << /EmbeddedFiles << /Names [${keys.join(' ')}] >> >> >>`,
    ...files.flatMap(({ name, octets }, no) => [
      `<< /Type /Filespec /UF ${utf16(name)} /EF << /F ${3 + no * 2} 0 R >> >>`,
      deflated(octets, '/Type /EmbeddedFile'),
    ]),
  ]);
}
