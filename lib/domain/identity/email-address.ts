/** The forms of RFC 5321 that mail servers take, with a domain of two labels or more; the last begins with a letter, so it is no IP address. */
const PATTERN =
  /^[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.)+[a-zA-Z](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?$/;
/** Characters before the `@` (RFC 5321, 4.5.3.1.1), and of the whole. */
const LOCAL = 64;
export const LONGEST = 254;

/** An address as people paste it: without the spaces around it, its domain as the mail has it (`.қаз` is `.xn--80ao21a`). */
export function asMailed(typed: string): string {
  const address = typed.trim();
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  const url = `http://${domain}`;
  // URL reads numbers as IP addresses and decodes `%`: only what is in other letters is given to it.
  const isForeign = /[\u0080-\uffff]/.test(domain) && /^[^\s/?#:@\\[\]%]+$/.test(domain);
  const mailed = isForeign && URL.canParse(url) ? new URL(url).hostname : domain.toLowerCase();
  return at > 0 ? `${address.slice(0, at)}@${mailed}` : address;
}

/** Whether mail servers take it, in the form that `asMailed` gives. */
export const isAddress = (address: string): boolean =>
  address.length <= LONGEST && PATTERN.test(address) && address.indexOf('@') <= LOCAL;
