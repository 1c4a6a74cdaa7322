import type { OutputDocument } from '../../../domain/output/document.ts';
import type { SignatureFacts } from '../../../card/facts.ts';
import type { CardLanguage } from '../../../card/page-words.ts';

export type CardPages = 'all' | 'information';

/** What a card is made of. */
export interface Card {
  readonly language: CardLanguage;
  readonly madeAt: Date;
  /** Who makes it, and the page where it is checked. */
  readonly system: { readonly name: string; readonly checkUrl?: string };
  readonly document: CardFile & { readonly title: string; readonly description?: string; readonly type: string };
  readonly signatures: readonly CardSignatureFile[];
  /** What the document was drawn from, if it is drawn here, too: only if that gives the very octets. */
  readonly visual?: OutputDocument | undefined;
  /** `information`: the information block alone; what else there is may be left out by the specification. */
  readonly pages?: CardPages;
}

export interface CardFile {
  readonly fileName: string;
  readonly octets: Uint8Array;
  readonly madeAt: Date;
}

export interface CardSignatureFile extends CardFile {
  /** Of each signer in the file. */
  readonly facts: readonly SignatureFacts[];
}
