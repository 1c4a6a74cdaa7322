import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { create, type Font } from 'fontkit';
import * as pdfkit from 'pdfkit';

/**
 * Files below node_modules that are read at run time. A Lambda's bundle has them at the same paths beside it (`files` of
 * the function's row in lib/stack/functions.ts), so one look-up works for both.
 */
export const pdfFiles = [
  'dejavu-fonts-ttf/ttf/DejaVuSerifCondensed.ttf',
  'dejavu-fonts-ttf/ttf/DejaVuSerifCondensed-Bold.ttf',
  'pdfkit/js/data/sRGB_IEC61966_2_1.icc',
] as const;
type PdfFile = (typeof pdfFiles)[number];

const read = {
  plain: create(readFile('dejavu-fonts-ttf/ttf/DejaVuSerifCondensed.ttf')),
  bold: create(readFile('dejavu-fonts-ttf/ttf/DejaVuSerifCondensed-Bold.ttf')),
} as const;

/**
 * The fonts of one document. They share the tables, which are read once; glyphs are a document's own, because the first use of one decides
 * which letter it is for whoever copies the text: as a part of «Á», an «A» is none.
 */
export const openFonts = () => ({ plain: own(read.plain), bold: own(read.bold) });

const own = (font: Font): Font => Object.create(font, { _glyphs: { value: {} } }) as Font;

/*
 * PDF/A defines its colours by a profile. pdfkit looks for it beside its own module; in a bundle that is this module's
 * address. From source the registration has no effect: pdfkit finds its own file.
 * (The types are those of 0.17, which had no `registerFile`.)
 */
const { registerFile } = pdfkit as unknown as { registerFile: (address: string, bytes: Uint8Array) => void };
registerFile(
  new URL('./data/sRGB_IEC61966_2_1.icc', import.meta.url).href,
  readFile('pdfkit/js/data/sRGB_IEC61966_2_1.icc'),
);

function readFile(file: PdfFile): Buffer {
  const [name, ...path] = file.split('/');
  const manifest = findPackageJSON(name!, import.meta.url);
  if (!manifest) throw new Error(`package ${name} is not beside the program: ${file} cannot be read`);
  return readFileSync(join(dirname(manifest), ...path));
}
