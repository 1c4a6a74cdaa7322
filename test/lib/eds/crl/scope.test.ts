import { beforeAll, describe, expect, it } from '@jest/globals';
import { scopeCovers } from '../../../../lib/eds/crl/scope.ts';
import { implicit, oid, sequence, tagged } from '../../../../lib/signing/der-writer.ts';
import { extension } from '../../../../lib/local/authority/extension.ts';
import { generalName, issueCrl, issueRoot, issueUser, nameOf, type Issued } from '../path/issue.ts';

let root: Issued;
beforeAll(async () => {
  root = await issueRoot();
});

const registered = (dotted: string) => implicit(8, oid(dotted).subarray(2));
const { rfc822, dns, uri, ip, directory } = generalName;
/** DistributionPointName: fullName. */
const names = (...all: readonly Uint8Array[]) => tagged(0, tagged(0, ...all));

/** Whether a list with the first names covers a certificate whose point has the second (RFC 5280 6.3.3(b)(2)(i)). */
const covers = async (ofList: readonly Uint8Array[], ofCertificate: readonly Uint8Array[]): Promise<boolean> => {
  const points = extension('2.5.29.31', sequence(sequence(names(...ofCertificate))));
  const { certificate } = await issueUser(root, 'User', { extensions: [points] });
  const list = issueCrl(root, { more: [extension('2.5.29.28', sequence(names(...ofList)), true)] });
  return scopeCovers(list, certificate, certificate.extensions.crlDistributionPoints![0]!);
};

describe('the distribution points of a list and of a certificate', () => {
  it.each([
    ['mailboxes', rfc822('a@b.kz'), rfc822('c@b.kz')],
    ['hosts', dns('a.kz'), dns('b.kz')],
    ['addresses', uri('http://a.kz/1.crl'), uri('http://a.kz/2.crl')],
    ['hosts by number', ip(10, 0, 0, 1), ip(10, 0, 0, 2)],
    ['names', directory(nameOf('A')), directory(nameOf('B'))],
    ['registered identifiers', registered('1.2.3'), registered('1.2.4')],
    ['others', tagged(0, oid('1.2.3'), tagged(0)), tagged(0, oid('1.2.4'), tagged(0))],
  ])('are compared as %s', async (_, name, other) => {
    expect(await covers([name], [name])).toBe(true);
    expect(await covers([name], [other])).toBe(false);
  });

  it('match in one name', async () => {
    expect(await covers([dns('a.kz'), uri('http://a.kz')], [dns('b.kz'), uri('http://a.kz')])).toBe(true);
    expect(await covers([dns('a.kz')], [uri('a.kz')])).toBe(false);
  });
});
