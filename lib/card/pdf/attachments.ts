import { CardRefusal } from '../refusal.ts';
import { PdfFile } from './file.ts';
import { limits } from './limits.ts';
import { isDictionary, isList, malformed, type Dictionary, type Value } from './values.ts';

/** A file that a PDF brings with it. */
export interface Attachment {
  /** As the file says, for people; it may be anything. */
  readonly name: string;
  readonly octets: Uint8Array;
}

/**
 * The files attached to a document as a whole (ISO 32000-1 7.7.4, 7.11.4), in the order of the tree of names, as readers list them.
 * The first may have the size of a document, the others that of a signature.
 *
 * @throws CardRefusal
 */
export async function readAttachments(pdf: Uint8Array): Promise<readonly Attachment[]> {
  const { file, catalogue } = await PdfFile.open(pdf);
  const names = await file.follow(catalogue.get('Names'));
  const tree = isDictionary(names) ? await file.follow(names.get('EmbeddedFiles')) : undefined;
  if (!isDictionary(tree)) return [];
  const specifications: Value[] = [];
  await gather(tree, file, specifications);
  const found: Attachment[] = [];
  let left: number = limits.signatures;
  for (const each of specifications) {
    const isFirst = found.length === 0;
    const most = isFirst ? limits.document : Math.min(limits.signature, left);
    const attachment = await readSpecification(await file.dictionary(each), file, most);
    if (!isFirst) left -= attachment.octets.length;
    found.push(attachment);
  }
  return found;
}

/** 7.9.6: a node has names or kids. */
async function gather(node: Dictionary, file: PdfFile, into: Value[], depth = 0): Promise<void> {
  file.visit();
  if (depth > limits.depth) throw new CardRefusal('pdf-limit');
  const names = await file.follow(node.get('Names'));
  if (isList(names)) into.push(...names.filter((_, place) => place % 2 === 1));
  if (into.length > limits.attachments) throw new CardRefusal('too-many-attachments');
  const kids = await file.follow(node.get('Kids'));
  if (isList(kids)) for (const kid of kids) await gather(await file.dictionary(kid), file, into, depth + 1);
}

/** 7.11.3. Programs that know no UF show F; a file that gives each another content is refused. */
async function readSpecification(specification: Dictionary, file: PdfFile, most: number): Promise<Attachment> {
  const embedded = await file.dictionary(specification.get('EF'));
  const stream = embedded.get('UF') ?? embedded.get('F');
  if (embedded.size > 1 && new Set([...embedded.values()].map(numberOf)).size > 1) throw malformed();
  const name = (await file.follow(specification.get('UF'))) ?? (await file.follow(specification.get('F')));
  const octets = await file.stream(stream, most);
  return { name: name instanceof Uint8Array ? readText(name).slice(0, limits.name) : '', octets };
}

const numberOf = (value: Value): unknown => (value instanceof Object && 'number' in value ? value.number : value);

const utf16 = new TextDecoder('utf-16be');
const utf8 = new TextDecoder('utf-8');
const latin = new TextDecoder('latin1');

/** 7.9.2.2, and UTF-8 as ISO 32000-2 has it; controls and marks of direction could make a name show as another one. */
function readText(octets: Uint8Array): string {
  const [first, second, third] = octets;
  const text =
    first === 0xfe && second === 0xff
      ? utf16.decode(octets)
      : first === 0xef && second === 0xbb && third === 0xbf
        ? utf8.decode(octets)
        : latin.decode(octets);
  return text.replaceAll(/[\p{Cc}\p{Cf}]/gu, '');
}
