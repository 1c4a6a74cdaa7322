import { createHash } from 'node:crypto';

/** The ETag of a text. Weak (RFC 9110 8.8.1), because the gateway may send the same text compressed. */
export const etagOf = (text: string) => `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;

/** Whether `If-None-Match` names the tag, by weak comparison (RFC 9110 13.1.2), or anything at all. */
export const isNamed = (etag: string, ifNoneMatch: string): boolean =>
  ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((each) => plain(each) === plain(etag));

const plain = (tag: string) => tag.trim().replace(/^W\//, '');
