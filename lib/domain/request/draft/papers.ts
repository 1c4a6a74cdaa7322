import type { Document } from '../../regulation/schema.ts';
import { documentsIn } from '../../regulation/documents-in.ts';

type Listed = Pick<Document, 'channel' | 'code' | 'name' | 'scan'>;

/** Documents of which a scan is missing: one, or several of which any is enough. */
export type Missing = readonly Pick<Document, 'code' | 'name'>[];

/** What the channel's list asks an electronic copy of and nobody has added. */
export function missingPapers(
  documents: readonly Listed[],
  channel: string,
  attachments: readonly { readonly document?: string | undefined }[],
): Missing[] {
  const asked = documentsIn(documents, channel);
  const isHere = ({ code }: Listed) => attachments.some(({ document }) => document === code);
  const choice = asked.filter(({ scan }) => scan === 'one-of');
  return [
    ...asked.filter((each) => each.scan === 'everyone' && !isHere(each)).map((each) => [each]),
    ...(choice.length > 0 && !choice.some(isHere) ? [choice] : []),
  ];
}

const or = { kk: ' немесе ', ru: ' или ' } as const;

/** The missing documents in a sentence: «Справка об инвалидности; Удостоверение личности или Удостоверение оралмана». */
export const nameMissing = (missing: readonly Missing[], language: 'kk' | 'ru'): string =>
  missing.map((some) => some.map(({ name }) => name[language]).join(or[language])).join('; ');
