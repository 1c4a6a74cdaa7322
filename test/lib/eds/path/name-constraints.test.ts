import { beforeAll, describe, expect, it } from '@jest/globals';
import { distinguishedName } from '../../../../lib/local/authority/name.ts';
import { validatePath } from '../../../../lib/eds/path.ts';
import { withinDns, withinMailbox, withinUri } from '../../../../lib/eds/path/subtrees.ts';
import {
  generalName,
  issueAuthority,
  issueRoot,
  issueUser,
  march,
  nameConstraints,
  subjectAltName,
  type Issued,
} from './issue.ts';

const { dns, rfc822, uri, ip, directory } = generalName;

let root: Issued;
beforeAll(async () => {
  root = await issueRoot();
});

/** Whether a certificate with this alternative name is accepted under an authority with these constraints. */
const accepts = async (
  name: Uint8Array | undefined,
  permitted: readonly Uint8Array[],
  excluded: readonly Uint8Array[] = [],
  subject?: Uint8Array,
): Promise<boolean> => {
  const issuer = await issueAuthority(root, 'Constrained', { extensions: [nameConstraints(permitted, excluded)] });
  const target = await issueUser(issuer, 'User', {
    ...(name && { extensions: [subjectAltName(name)] }),
    ...(subject && { subject }),
  });
  const { valid, code } = validatePath({
    target: target.certificate,
    candidates: [issuer.certificate],
    anchors: [root.certificate],
    at: march(15),
    crls: [],
    revocation: 'off',
  });
  expect(valid === 'passed' || code === 'name-not-permitted').toBe(true);
  return valid === 'passed';
};

const region = (locality: string, commonName?: string): Uint8Array =>
  distinguishedName(
    ['country', 'KZ'],
    ['locality', locality],
    ...(commonName === undefined ? [] : [['commonName', commonName] as const]),
  );

describe('name constraints', () => {
  it.each([
    ['a host under a permitted domain', dns('a.example.kz'), [dns('example.kz')], [], true],
    ['the domain itself', dns('EXAMPLE.kz'), [dns('example.kz')], [], true],
    ['a host whose name only ends alike', dns('badexample.kz'), [dns('example.kz')], [], false],
    ['a host under an excluded domain', dns('a.example.kz'), [], [dns('example.kz')], false],
    ['an excluded host written with the root dot', dns('a.example.kz.'), [], [dns('example.kz')], false],
    ['a wildcard that an excluded host hides behind', dns('*.example.kz'), [], [dns('a.example.kz')], false],
    ['a wildcard beside what is excluded', dns('*.example.kz'), [], [dns('a.example.org')], true],
    ['a wildcard wider than what is permitted', dns('*.kz'), [dns('example.kz')], [], false],
    ['a wildcard within what is permitted', dns('*.a.example.kz'), [dns('example.kz')], [], true],
    ['a part of a label as wildcard', dns('a*.example.kz'), [dns('example.kz')], [], false],
    ['two wildcards', dns('*.*.kz'), [], [dns('example.org')], false],
    ['a host with an empty label', dns('a..example.kz'), [dns('example.kz')], [], false],
    ['a mailbox with two @', rfc822('a@b@example.kz'), [rfc822('example.kz')], [], false],
    ['a mailbox with two @ elsewhere', rfc822('a@b@example.kz'), [], [rfc822('example.org')], false],
    ['a mailbox with a blank', rfc822('a b@example.kz'), [rfc822('example.kz')], [], false],
    ['a quoted mailbox', rfc822('"a"@example.kz'), [rfc822('example.kz')], [], false],
    ['a mailbox of a permitted host', rfc822('a@example.kz'), [rfc822('example.kz')], [], true],
    ['a mailbox under a permitted host', rfc822('a@mail.example.kz'), [rfc822('example.kz')], [], false],
    ['a mailbox under a permitted domain', rfc822('a@mail.example.kz'), [rfc822('.example.kz')], [], true],
    ['a mailbox that is excluded', rfc822('a@example.kz'), [], [rfc822('a@EXAMPLE.kz')], false],
    ['another mailbox of that host', rfc822('A@example.kz'), [], [rfc822('a@example.kz')], true],
    ['what is no mailbox where mailboxes are excluded', rfc822('example'), [], [rfc822('other.kz')], false],
    ['a URI at a permitted host', uri('https://u:p@example.kz:8443/x'), [uri('example.kz')], [], true],
    ['a URI under a permitted host', uri('https://a.example.kz/'), [uri('example.kz')], [], false],
    ['a URI with an address for a host', uri('https://127.0.0.1/'), [], [uri('example.kz')], false],
    ['a URI without a host', uri('urn:example:kz'), [], [uri('example.kz')], false],
    ['an address in a permitted network', ip(10, 1, 2, 3), [ip(10, 0, 0, 0, 255, 0, 0, 0)], [], true],
    ['an address outside of it', ip(11, 1, 2, 3), [ip(10, 0, 0, 0, 255, 0, 0, 0)], [], false],
    ['an address in an excluded network', ip(10, 1, 2, 3), [], [ip(10, 1, 0, 0, 255, 255, 0, 0)], false],
    ['a name of a form that nothing constrains', dns('example.org'), [rfc822('example.kz')], [], true],
  ] as const)('decide on %s', async (_, name, permitted, excluded, expected) => {
    expect(await accepts(name, permitted, excluded)).toBe(expected);
  });

  it('compare directory names from their beginning, without regard to case', async () => {
    const permitted = [directory(region('Astana'))];
    expect(await accepts(undefined, permitted, [], region('ASTANA', 'User'))).toBe(true);
    expect(await accepts(undefined, permitted, [], region('Almaty', 'User'))).toBe(false);
    expect(await accepts(undefined, [], permitted, region('Astana', 'User'))).toBe(false);
    expect(await accepts(directory(region('Almaty')), permitted, [], region('Astana'))).toBe(false);
  });

  it('of every authority above apply: the next one cannot widen what one permits', async () => {
    const first = await issueAuthority(root, 'First', { extensions: [nameConstraints([dns('example.kz')])] });
    const second = await issueAuthority(first, 'Second', { extensions: [nameConstraints([dns('example.org')])] });
    const target = await issueUser(second, 'User', { extensions: [subjectAltName(dns('example.org'))] });
    const { code } = validatePath({
      target: target.certificate,
      candidates: [first.certificate, second.certificate],
      anchors: [root.certificate],
      at: march(15),
      crls: [],
      revocation: 'off',
    });
    expect(code).toBe('name-not-permitted');
  });

  it('have a limit on comparisons', async () => {
    const many = Array.from({ length: 2_000 }, (_, number) => dns(`h${number}.kz`));
    const issuer = await issueAuthority(root, 'Many', { extensions: [nameConstraints([], many)] });
    const names = Array.from({ length: 2_000 }, (_, number) => dns(`n${number}.org`));
    const target = await issueUser(issuer, 'User', { extensions: [subjectAltName(...names)] });
    const inputs = { candidates: [issuer.certificate], anchors: [root.certificate], at: march(15), crls: [] };
    const { valid, code } = validatePath({ target: target.certificate, ...inputs, revocation: 'off' });
    expect({ valid, code }).toEqual({ valid: 'failed', code: 'names-too-many' });
  });
});

describe('subtrees', () => {
  it('decide nothing about names of another form', () => {
    expect(withinMailbox('@example.kz', 'example.kz')).toBeUndefined();
    expect(withinUri('https://[::1]/', 'example.kz')).toBeUndefined();
    expect(withinUri('https://a@b@example.kz/', 'example.kz')).toBeUndefined();
  });

  it('read an empty base as everything', () => {
    expect(withinDns('example.kz', '')).toBe(true);
    expect(withinMailbox('a@example.kz', '')).toBe(true);
  });
});
