import type { Holder } from '../../domain/access/roles.ts';
import type { Bilingual } from '../../domain/language/bilingual.ts';
import { SignerRole, type Signer } from '../../domain/output/document.ts';
import { duties } from '../../domain/output/wording.ts';
import type { ServiceCard } from '../../domain/regulation/card.ts';

/** A post that an account has is written once, in the language of its office. */
export const inBoth = (post: string | Bilingual): Bilingual =>
  typeof post === 'string' ? { kk: post, ru: post } : post;

/** The head has the post that the regulation's form names («Начальник отдела», «Директор архива»); another signer has their own. */
export function signerOf({ fullName, role, position }: Holder, { output }: ServiceCard): Signer {
  const duty = SignerRole.parse(role);
  const named = output.lines.find(({ from }) => from === 'signer-name')?.label;
  const post = duty === 'mio-head' && named ? { kk: named.kk, ru: named.ru } : (position ?? duties[duty]);
  return { name: fullName, role: duty, position: post };
}
