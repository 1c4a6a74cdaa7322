import { beforeAll, describe, expect, it } from '@jest/globals';
import { Budget } from '../../../../lib/eds/budget.ts';
import { candidateIssuers, findPath, type CertificationPath } from '../../../../lib/eds/path/build-paths.ts';
import { better } from '../../../../lib/eds/path/path-result.ts';
import type { PathResult } from '../../../../lib/eds/path/validate-path.ts';
import type { Verdict } from '../../../../lib/eds/report.ts';
import type { Certificate } from '../../../../lib/eds/x509/certificate.ts';
import { issueAuthority, issueRoot, issueUser, nameOf, type Issued } from './issue.ts';

let root: Issued;
/** Two authorities with the same name. */
let left: Issued;
let right: Issued;
let user: Issued;
beforeAll(async () => {
  root = await issueRoot();
  left = await issueAuthority(root, 'Twin');
  right = await issueAuthority(root, 'Twin');
  user = await issueUser(right, 'User');
});

/** All paths that are examined if none gives a result. */
const paths = (candidates: readonly Issued[], target = user, most = 100): readonly CertificationPath[] => {
  const looked: CertificationPath[] = [];
  const search = {
    target: target.certificate,
    candidates: candidates.map(({ certificate }) => certificate),
    anchors: [root.certificate],
    budget: new Budget(),
    most,
  };
  findPath(search, (path) => void looked.push(path));
  return looked;
};

describe('the search for paths', () => {
  it('tries the issuer with the named key first, whatever the order', () => {
    for (const candidates of [
      [left, right],
      [right, left],
    ])
      expect(paths(candidates)[0]).toEqual([root.certificate, right.certificate, user.certificate]);
  });

  it('puts issuers without a key identifier between those that match and those that do not', () => {
    const { subjectKeyIdentifier: _, ...without } = left.certificate.extensions;
    const named = (identifier?: string): Certificate => ({
      ...left.certificate,
      extensions: { ...without, ...(identifier !== undefined && { subjectKeyIdentifier: identifier }) },
    });
    const [fits, unknown, other] = [named('aa'), named(), named('bb')];
    const name = left.certificate.subject.canonical;
    for (const given of [
      [other, unknown, fits],
      [fits, other, unknown],
    ]) {
      expect(candidateIssuers(given, name, 'aa')).toEqual([fits, unknown, other]);
      expect(candidateIssuers(given, name, undefined)).toEqual(given);
    }
  });

  it('follows no loop, and puts no anchor below an anchor', async () => {
    const a = await issueAuthority(right, 'A');
    const loop = await issueAuthority(a, 'Twin', { key: right.key, subject: nameOf('Twin') });
    const found = paths([right, a, loop, root]);
    for (const path of found) {
      const keys = path.map(
        ({ subject, publicKey }) => `${subject.canonical} ${Buffer.from(publicKey.der).toString('hex')}`,
      );
      expect(new Set(keys).size).toBe(keys.length);
    }
    expect(found.map((path) => path.length)).toEqual([3]);
  });

  it('stops after the allowed number of paths', () => {
    for (const most of [0, 1, 2, 3]) expect(paths([left, right], user, most)).toHaveLength(Math.min(most, 2));
  });

  it('ends at twelve certificates below the anchor', async () => {
    const chain: Issued[] = [root];
    for (let depth = 1; depth <= 12; depth += 1) chain.push(await issueAuthority(chain.at(-1)!, `Depth ${depth}`));
    const lengths = (target: Issued) => paths(chain.slice(1), target).map((path) => path.length);
    expect(lengths(await issueUser(chain[11]!, 'Deep'))).toEqual([13]);
    expect(lengths(await issueUser(chain[12]!, 'Deeper'))).toEqual([]);
  });
});

describe('the better of two paths', () => {
  const result = (valid: Verdict, failures: number): PathResult => ({
    valid,
    code: '',
    path: [],
    policies: [],
    checks: [
      { code: 'a', source: '', status: 'passed' },
      { code: 'b', source: '', status: 'passed' },
      ...Array.from({ length: failures }, () => ({ code: 'c', source: '', status: 'failed' }) as const),
    ],
  });

  it.each([
    ['passed', 0, 'indeterminate', 0],
    ['indeterminate', 0, 'failed', 1],
    ['failed', 1, 'failed', 2],
  ] as const)('%s with %i failures is better than %s with %i', (valid, failures, other, more) => {
    expect(better(result(valid, failures), result(other, more))).toBe(true);
    expect(better(result(other, more), result(valid, failures))).toBe(false);
  });

  it('is neither if they are equal', () => {
    expect(better(result('failed', 1), result('failed', 1))).toBe(false);
    expect(better(result('passed', 0), result('passed', 0))).toBe(false);
  });
});
