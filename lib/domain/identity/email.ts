import * as z from 'zod';

/** The forms of RFC 5321 that mail servers take, with a domain of two labels or more. */
const PATTERN =
  /^[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.)+[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?$/;
/** Characters before the `@` (RFC 5321, 4.5.3.1.1). */
const LOCAL = 64;

/** An address as people paste it: without the spaces around it, its domain as the mail has it (`.қаз` is `.xn--80ao21a`). */
export const Email = z
  .string()
  .max(254)
  .overwrite(asMailed)
  .regex(PATTERN, 'an e-mail address')
  .refine((address) => address.indexOf('@') <= LOCAL, 'an e-mail address')
  .meta({ format: 'email' });

function asMailed(typed: string): string {
  const address = typed.trim();
  const at = address.lastIndexOf('@');
  const url = `http://${address.slice(at + 1)}`;
  return at > 0 && /^[^\s/?#:@\\[\]]+$/.test(address.slice(at + 1)) && URL.canParse(url)
    ? `${address.slice(0, at)}@${new URL(url).hostname}`
    : address;
}
