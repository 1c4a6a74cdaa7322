import canonicalize from 'canonicalize';
import type { Account, OfferedPost } from './account.ts';

/**
 * What somebody signs to accept a post: RFC 8785 JSON of whose account it is, the post, and the words. The server makes it again
 * when the signature arrives.
 */
export function postBytes(
  { id, iin }: Pick<Account, 'id' | 'iin'>,
  { role, office, position, at }: OfferedPost,
): Uint8Array {
  const content = canonicalize({
    account: id,
    holder: { iin },
    post: { role, ...(office !== undefined && { office }), ...(position !== undefined && { position }) },
    offeredAt: at,
    statement: { kk: 'Осы қызметті қабылдаймын.', ru: 'Принимаю эту должность.' },
  });
  if (content === undefined) throw new Error('a post has no canonical form');
  return new TextEncoder().encode(content);
}
