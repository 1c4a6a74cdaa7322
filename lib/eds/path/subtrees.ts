import type { Name } from '../name.ts';

/** X.501 prefix: the base's relative names are the first ones of the name (RFC 5280 4.2.1.10, 7.1). */
export const withinDirectory = (name: Name, base: Name): boolean =>
  base.rdns.length <= name.rdns.length && base.rdns.every((rdn, index) => rdn === name.rdns[index]);

const withoutRootDot = (host: string): string => host.toLowerCase().replace(/\.$/u, '');

const isSubdomain = (host: string, domain: string): boolean =>
  host.endsWith(`.${domain}`) && host.length > domain.length + 1;

/** Labels of letters, digits, hyphens and (in practice) underscores, none empty. */
const hostShape = /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/u;

/** A base is a host, a domain after a dot, or empty. */
const isHostBase = (domain: string): boolean => domain === '' || hostShape.test(domain.replace(/^\./u, ''));

/**
 * A host satisfies a base that equals it or that it is under, by any number of labels; an empty base covers all hosts.
 * `*.domain` stands for every host one label under the domain (RFC 9525 6.3). If some of them are inside and others
 * not, the result is undefined, as it is for anything that is not a host.
 */
export const withinDns = (name: string, base: string): boolean | undefined => {
  const [pattern, domain] = [withoutRootDot(name), withoutRootDot(base)];
  const host = pattern.replace(/^\*\./u, '');
  if (!hostShape.test(host) || !isHostBase(domain)) return undefined;
  if (host !== pattern) return withinWildcard(host, domain);
  if (domain.startsWith('.')) return isSubdomain(host, domain.slice(1));
  return domain === '' || host === domain || isSubdomain(host, domain);
};

/** All of the hosts one label under `parent` (true), none (false) or some of them (undefined). */
const withinWildcard = (parent: string, domain: string): boolean | undefined => {
  const bare = domain.replace(/^\./u, '');
  if (bare === '' || parent === bare || isSubdomain(parent, bare)) return true;
  return isSubdomain(bare, parent) && !bare.slice(0, -parent.length - 1).includes('.') ? undefined : false;
};

/** `.domain` covers every host under it; anything else covers only that host. */
const withinHost = (host: string, base: string): boolean | undefined => {
  const domain = withoutRootDot(base);
  if (!hostShape.test(host) || !isHostBase(domain)) return undefined;
  return domain.startsWith('.') ? isSubdomain(host, domain.slice(1)) : host === domain;
};

/**
 * RFC 5322 dot-atom: the local part of a mailbox. Quoted local parts can be written in many ways, which cannot simply
 * be compared.
 */
const localShape = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/u;

interface Mailbox {
  readonly local: string;
  readonly host: string;
}

const readMailbox = (text: string): Mailbox | undefined => {
  const [local = '', host = '', surplus] = text.split('@');
  const read = { local, host: withoutRootDot(host) };
  return surplus === undefined && localShape.test(local) && hostShape.test(read.host) ? read : undefined;
};

/**
 * A base is a mailbox, a host or `.domain`. The local part is compared exactly (RFC 5280 7.5). Undefined if it is not a
 * mailbox, or the base has another form.
 */
export const withinMailbox = (name: string, base: string): boolean | undefined => {
  const mailbox = readMailbox(name);
  if (mailbox === undefined) return undefined;
  if (!base.includes('@')) return base === '' || withinHost(mailbox.host, base);
  const only = readMailbox(base);
  return only && mailbox.local === only.local && mailbox.host === only.host;
};

const authority = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#:@[\]]+)(?::\d*)?(?:[/?#]|$)/iu;
const dottedQuad = /^\d{1,3}(?:\.\d{1,3}){3}$/u;

/** Only the host counts. Undefined for a URI without a host, or with an address instead of one. */
export const withinUri = (name: string, base: string): boolean | undefined => {
  const host = authority.exec(name)?.[1];
  if (host === undefined || dottedQuad.test(host)) return undefined;
  return withinHost(withoutRootDot(host), base);
};

/** A base is an address and a mask of the same length. Undefined if it is neither IPv4 nor IPv6. */
export const withinAddress = (address: Uint8Array, base: Uint8Array): boolean | undefined => {
  const { length } = address;
  if (length !== 4 && length !== 16) return undefined;
  if (base.length !== length * 2) return false;
  return address.every(
    (octet, index) => (octet & (base[length + index] ?? 0)) === ((base[index] ?? 0) & (base[length + index] ?? 0)),
  );
};
