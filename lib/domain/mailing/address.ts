/** What a mailed address says: which request, and the secret that shows that its letter was read. */
export interface MailedKey {
  readonly request: string;
  readonly secret: string;
}

/** 256 bits in base64url after the request's id. */
const MAILED = /^(?<request>[0-9A-Za-z-]{20,40})\.(?<secret>[0-9A-Za-z_-]{43})$/;
/** Longest text that can be a key. */
export const KEY_LENGTH = 90;

/**
 * The address of a page that does something for whoever got the letter: gives a mailed result, or disowns the address. The key stands in the
 * fragment: browsers send it to no server, and a program that looks at mailed addresses gets an empty page.
 *
 * @param publicUrl without a slash at its end
 */
export const mailedAddress = (publicUrl: string, page: 'result' | 'not-mine', { request, secret }: MailedKey): string =>
  `${publicUrl}/app/${page}#${request}.${secret}`;

/** Undefined for what is no key. */
export function readMailedKey(text: string): MailedKey | undefined {
  const { request, secret } = MAILED.exec(text)?.groups ?? {};
  return request !== undefined && secret !== undefined ? { request, secret } : undefined;
}
