import { beforeAll, describe, expect, it } from '@jest/globals';
import { validatePath } from '../../../../lib/eds/path.ts';
import type { PolicyInputs } from '../../../../lib/eds/path/policy-state.ts';
import { oid, sequence } from '../../../../lib/signing/der-writer.ts';
import { extension } from '../../../../lib/local/authority/extension.ts';
import { issueAuthority, issueRoot, issueUser, march, type Issued } from './issue.ts';

const any = '2.5.29.32.0';
const [P, Q, R, S] = ['1.2.3.1', '1.2.3.2', '1.2.3.3', '1.2.3.4'] as const;

/** What a certificate says about policies: its own, and pairs of an issuer's and a subject's policy. */
interface Said {
  readonly own?: readonly string[];
  readonly maps?: readonly (readonly [string, string])[];
}

const extensionsOf = ({ own, maps }: Said): readonly Uint8Array[] => [
  ...(own ? [extension('2.5.29.32', sequence(...own.map((policy) => sequence(oid(policy)))))] : []),
  ...(maps ? [extension('2.5.29.33', sequence(...maps.map(([from, to]) => sequence(oid(from), oid(to)))))] : []),
];

let root: Issued;
beforeAll(async () => {
  root = await issueRoot();
});

/** The policies of a path with these certificates, its user last, or why it is refused when a policy is required. */
const outcome = async (path: readonly Said[], inputs: PolicyInputs = {}): Promise<readonly string[] | string> => {
  const { key } = root;
  let issuer = root;
  const between: Issued[] = [];
  for (const [depth, said] of path.slice(0, -1).entries()) {
    issuer = await issueAuthority(issuer, `Authority ${depth}`, { key, extensions: extensionsOf(said) });
    between.push(issuer);
  }
  const user = await issueUser(issuer, 'User', { key, extensions: extensionsOf(path.at(-1)!) });
  const { valid, code, policies } = validatePath({
    target: user.certificate,
    candidates: between.map(({ certificate }) => certificate),
    anchors: [root.certificate],
    at: march(15),
    crls: [],
    revocation: 'off',
    policy: { initialExplicitPolicy: true, ...inputs },
  });
  return valid === 'passed' ? policies.toSorted() : code;
};

const unknown = 'certificate-policy-known';

describe('anyPolicy', () => {
  it('of an authority allows any policy below, and of a user means all of them', async () => {
    expect(await outcome([{ own: [any] }, { own: [P] }])).toEqual([P]);
    expect(await outcome([{ own: [any] }, { own: [any] }])).toEqual([any]);
    expect(await outcome([{ own: [any] }, { own: [any, P] }])).toEqual([P, any].toSorted());
    expect(await outcome([{ own: [any] }, { own: [any] }], { initialPolicySet: [P] })).toEqual([P]);
  });

  it('below a policy means only that policy', async () => {
    expect(await outcome([{ own: [P] }, { own: [any] }])).toEqual([P]);
    expect(await outcome([{ own: [P] }, { own: [any] }, { own: [P] }])).toEqual([P]);
    expect(await outcome([{ own: [P] }, { own: [any] }, { own: [Q] }])).toBe(unknown);
    expect(await outcome([{ own: [P, Q] }, { own: [any, P] }, { own: [Q] }])).toEqual([Q]);
  });

  it('counts as no policy when it is inhibited', async () => {
    expect(await outcome([{ own: [P] }, { own: [any] }], { initialInhibitAnyPolicy: true })).toBe(unknown);
    expect(await outcome([{ own: [P] }, { own: [P, any] }], { initialInhibitAnyPolicy: true })).toEqual([P]);
    expect(await outcome([{ own: [P, Q] }, { own: [P, any] }], { initialInhibitAnyPolicy: true })).toEqual([P]);
  });

  it('is neither mapped nor mapped to', async () => {
    for (const pair of [
      [any, P],
      [P, any],
    ] as const)
      expect(await outcome([{ own: [any, P], maps: [pair] }, { own: [P] }])).toBe('issuer-policy-mappings');
  });
});

describe('a mapping', () => {
  it("lets the subject's policy replace the issuer's", async () => {
    expect(await outcome([{ own: [P], maps: [[P, Q]] }, { own: [Q] }])).toEqual([P]);
    expect(await outcome([{ own: [P], maps: [[P, Q]] }, { own: [P] }])).toBe(unknown);
    expect(await outcome([{ own: [P], maps: [[P, Q]] }, { own: [Q] }], { initialPolicySet: [Q] })).toBe(
      'path-policy-accepted',
    );
  });

  it("of a policy that comes from anyPolicy makes it one of the authority's", async () => {
    const authority: Said = { own: [any], maps: [[P, Q]] };
    expect(await outcome([authority, { own: [Q] }], { initialPolicySet: [P] })).toEqual([P]);
    expect(await outcome([authority, { own: [Q] }], { initialPolicySet: [Q] })).toBe('path-policy-accepted');
    expect(await outcome([authority, { own: [R] }])).toEqual([R]);
    expect(await outcome([{ own: [any] }, authority, { own: [Q] }])).toEqual([P]);
  });

  it('applies under an authority that has another policy beside anyPolicy', async () => {
    const authority: Said = { own: [R, any], maps: [[P, Q]] };
    expect(await outcome([authority, { own: [Q] }])).toEqual([P]);
    expect(await outcome([authority, { own: [R, Q] }])).toEqual([P, R]);
  });

  it('of a policy that nobody has does nothing', async () => {
    expect(await outcome([{ own: [R], maps: [[P, Q]] }, { own: [Q] }])).toBe(unknown);
    expect(await outcome([{ own: [R], maps: [[P, Q]] }, { own: [R] }])).toEqual([R]);
    // Below R, anyPolicy means only R.
    expect(await outcome([{ own: [R] }, { own: [any], maps: [[P, Q]] }, { own: [Q] }])).toBe(unknown);
  });

  it('may lead to several policies, and several to one', async () => {
    const several: readonly (readonly [string, string])[] = [
      [P, Q],
      [P, R],
    ];
    for (const policy of [Q, R]) expect(await outcome([{ own: [P], maps: several }, { own: [policy] }])).toEqual([P]);
    const one: Said = {
      own: [P, S],
      maps: [
        [P, Q],
        [S, Q],
      ],
    };
    expect(await outcome([one, { own: [Q] }])).toEqual([P, S]);
    expect(await outcome([one, { own: [any] }])).toEqual([P, S]);
  });

  it('may continue through a second mapping', async () => {
    const path = [{ own: [P], maps: [[P, Q]] }, { own: [Q], maps: [[Q, R]] }, { own: [R] }] as const;
    expect(await outcome(path)).toEqual([P]);
    expect(await outcome([...path.slice(0, 2), { own: [Q] }])).toBe(unknown);
  });

  it('that is inhibited ends its policy and leaves the others', async () => {
    const inhibited = { initialPolicyMappingInhibit: true };
    expect(await outcome([{ own: [P], maps: [[P, Q]] }, { own: [P, Q] }], inhibited)).toBe(unknown);
    expect(await outcome([{ own: [P, R], maps: [[P, Q]] }, { own: [P, Q, R] }], inhibited)).toEqual([R]);
    expect(await outcome([{ own: [R], maps: [[P, Q]] }, { own: [R] }], inhibited)).toEqual([R]);
    expect(await outcome([{ own: [any, R], maps: [[R, Q]] }, { own: [Q] }], inhibited)).toEqual([Q]);
  });
});

describe('a policy that ends below', () => {
  it('is not valid for the path, however high it began', async () => {
    expect(await outcome([{ own: [P, R] }, { own: [P] }])).toEqual([P]);
    expect(await outcome([{ own: [P, R] }, { own: [P, R] }, { own: [P] }])).toEqual([P]);
    expect(await outcome([{ own: [any] }, { own: [P, R] }, { own: [P, R] }, { own: [P] }])).toEqual([P]);
    expect(await outcome([{ own: [any] }, { own: [P, any] }, { own: [Q] }])).toEqual([Q]);
  });

  it('leaves none if it was the last, and none returns', async () => {
    expect(await outcome([{ own: [P] }, { own: [R] }, { own: [P] }])).toBe(unknown);
    expect(await outcome([{ own: [P] }, { own: [R] }, { own: [any] }])).toBe(unknown);
    expect(await outcome([{ own: [any] }, {}, { own: [P] }])).toBe(unknown);
    expect(await outcome([{ own: [any] }, {}])).toBe(unknown);
    expect(await outcome([{ own: [P] }, { own: [R] }, { own: [P] }], { initialExplicitPolicy: false })).toEqual([]);
    expect(await outcome([{ own: [any] }, {}, { own: [any] }], { initialExplicitPolicy: false })).toEqual([]);
  });
});
