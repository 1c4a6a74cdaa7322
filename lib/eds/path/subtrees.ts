import type { Name } from '../name.ts';

/** X.501 prefix: every relative name of the base stands first in the name (RFC 5280 4.2.1.10, 7.1). */
export const withinDirectory = (name: Name, base: Name): boolean =>
  base.rdns.length <= name.rdns.length && base.rdns.every((rdn, index) => rdn === name.rdns[index]);

const withoutRootDot = (host: string): string => host.toLowerCase().replace(/\.$/u, '');

const isSubdomain = (host: string, domain: string): boolean =>
  host.endsWith(`.${domain}`) && host.length > domain.length + 1;

/** A host satisfies a base that is itself or that it is under, by any number of labels; an empty base is all hosts. */
export const withinDns = (name: string, base: string): boolean => {
  const [host, domain] = [withoutRootDot(name), withoutRootDot(base)];
  if (domain.startsWith('.')) return isSubdomain(host, domain.slice(1));
  return domain === '' || host === domain || isSubdomain(host, domain);
};

/** `.domain` is every host under it, anything else that very host. */
const withinHost = (host: string, base: string): boolean => {
  const domain = withoutRootDot(base);
  return domain.startsWith('.') ? isSubdomain(host, domain.slice(1)) : host === domain;
};

/** A base is a mailbox, a host or `.domain`. The local part is compared exactly (RFC 5280 7.5). Not a mailbox: undefined. */
export const withinMailbox = (name: string, base: string): boolean | undefined => {
  const at = name.lastIndexOf('@');
  if (at < 1 || at === name.length - 1) return undefined;
  const host = withoutRootDot(name.slice(at + 1));
  const baseAt = base.lastIndexOf('@');
  if (baseAt < 0) return base === '' || withinHost(host, base);
  return name.slice(0, at) === base.slice(0, baseAt) && host === withoutRootDot(base.slice(baseAt + 1));
};

const authority = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#:@[\]]+)(?::\d*)?(?:[/?#]|$)/iu;
const dottedQuad = /^\d{1,3}(?:\.\d{1,3}){3}$/u;

/** Only the host counts; a URI without one, or with an address in its place, cannot be told: undefined. */
export const withinUri = (name: string, base: string): boolean | undefined => {
  const host = authority.exec(name)?.[1];
  if (host === undefined || dottedQuad.test(host)) return undefined;
  return withinHost(withoutRootDot(host), base);
};

/** A base is an address and a mask of the same length. Neither IPv4 nor IPv6: undefined. */
export const withinAddress = (address: Uint8Array, base: Uint8Array): boolean | undefined => {
  const { length } = address;
  if (length !== 4 && length !== 16) return undefined;
  if (base.length !== length * 2) return false;
  return address.every(
    (octet, index) => (octet & (base[length + index] ?? 0)) === ((base[index] ?? 0) & (base[length + index] ?? 0)),
  );
};
