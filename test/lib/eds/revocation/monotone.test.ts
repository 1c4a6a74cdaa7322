import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EdsCache, verifyEds, type EdsInput } from '../../../../lib/eds/verify.ts';
import { signCrl, type Revocation } from '../../../../lib/local/authority/crl.ts';
import { extension } from '../../../../lib/local/authority/extension.ts';
import { certIdOf, signOcsp, type OcspStatus } from '../../../../lib/local/authority/ocsp.ts';
import { nothing, sequence, tagged } from '../../../../lib/signing/der-writer.ts';
import { attribute } from '../../../../lib/signing/signer-info.ts';
import type { SigningKey } from '../../../../lib/signing/signing-key.ts';
import { at, makeBlueprint, minute } from '../../../mint/blueprint.ts';
import { mint } from '../../../mint/mint.ts';
import { mintCertificate } from '../../../mint/mint-certificate.ts';
import type { Blueprint } from '../../../mint/plans.ts';
import { flipLast, signingWrongly } from '../../../mint/spoil.ts';
import { makeWorld } from '../../../mint/world.ts';

/** Minutes before (or, positive, after) the moment of verification at which evidence was made; the place is a list's number. */
const moments = [-4000, -3000, -2000, -1000, -100, -3, 600] as const;
const moment = fc.nat(moments.length - 1);
const reasons = ['certificateHold', 'keyCompromise', 'superseded', 'removeFromCRL'] as const;

/** What is given about one certificate. Everything but `by` and `moment` is said by it. */
type Item = {
  readonly moment: number;
  readonly by: 'authority' | 'stranger' | 'altered';
  readonly runOut: boolean;
  readonly critical: boolean;
  readonly carried: boolean;
} & (
  | { readonly kind: 'list' | 'delta'; readonly base: number; readonly lines: readonly Line[] }
  | { readonly kind: 'answer'; readonly statuses: readonly Status[] }
);
interface Line {
  readonly reason: (typeof reasons)[number];
  readonly later: boolean;
}
type Status = 'good' | 'unknown' | 'certificateHold' | 'keyCompromise';

const common = {
  moment,
  by: fc.constantFrom('authority', 'authority', 'authority', 'stranger', 'altered'),
  runOut: fc.boolean(),
  critical: fc.integer({ min: 0, max: 5 }).map((number) => number === 0),
  carried: fc.boolean(),
} as const;
const lines = fc.array(fc.record({ reason: fc.constantFrom(...reasons), later: fc.boolean() }), { maxLength: 2 });
const item: fc.Arbitrary<Item> = fc.oneof(
  fc.record({ ...common, kind: fc.constantFrom('list', 'delta'), base: fc.nat(6), lines }),
  fc.record({
    ...common,
    kind: fc.constant('answer' as const),
    statuses: fc.array(fc.constantFrom<Status>('good', 'good', 'unknown', 'certificateHold', 'keyCompromise'), {
      minLength: 1,
      maxLength: 2,
    }),
  }),
);
const items = fc.array(item, { maxLength: 5 });
/** More and more, beginning with a list that revokes or holds and an answer that says good. */
const contradictory = fc
  .tuple(
    fc.record({
      ...common,
      by: fc.constant('authority' as const),
      kind: fc.constant('list' as const),
      base: fc.nat(6),
      lines,
    }),
    fc.record({
      ...common,
      by: fc.constant('authority' as const),
      kind: fc.constant('answer' as const),
      statuses: fc.constant(['good' as const]),
    }),
    items,
  )
  .map(([list, answer, more]): readonly Item[] => [list, answer, ...more]);

let blueprint: Blueprint;
let rootList: readonly Uint8Array[];
beforeAll(async () => {
  blueprint = makeBlueprint(await makeWorld('ecdsa'));
  delete blueprint.ncaCrl;
  rootList = mint(blueprint).crls;
});

const madeAt = (made: Item): number => moments[made.moment] ?? 0;
const endOf = (made: Item): Date => at((made.runOut ? Math.min(madeAt(made) + 1, -1) : 10_000) * minute);
const unknownCritical = extension('1.2.3.4.5', nothing, true);

const minted = new Map<string, Uint8Array>();
function octetsOf(made: Item): Uint8Array {
  const key = JSON.stringify({ ...made, carried: false });
  const known = minted.get(key) ?? (made.kind === 'answer' ? mintAnswer(made) : mintList(made));
  minted.set(key, known);
  return known;
}

/** A stranger's, or the authority's with a bit of each signature turned. */
function keyOf({ by }: Item, key: SigningKey): SigningKey {
  if (by === 'stranger') return blueprint.world.keys.stranger;
  return by === 'altered' ? signingWrongly(key, flipLast) : key;
}

function mintList(made: Exclude<Item, { kind: 'answer' }>): Uint8Array {
  const { nca, person, world } = blueprint;
  const base = { ...makeBlueprint(world).ncaCrl! };
  const revoked = made.lines.map(({ reason, later }): Revocation => ({
    serial: person.serial,
    at: at((later ? 30 : -5000) * minute),
    reason,
  }));
  return signCrl(
    {
      ...base,
      thisUpdate: at(madeAt(made) * minute),
      nextUpdate: endOf(made),
      number: made.moment + 1,
      revoked,
      more: made.critical ? [unknownCritical] : [],
      ...(made.kind === 'delta' && { deltaOf: Math.min(made.base, made.moment) }),
    },
    keyOf(made, nca.key),
  );
}

function mintAnswer(made: Extract<Item, { kind: 'answer' }>): Uint8Array {
  const { nca, ocspResponder, person, world } = blueprint;
  const certId = certIdOf(mintCertificate(nca), person.serial);
  const statusOf = (status: Status): OcspStatus =>
    status === 'good' || status === 'unknown' ? status : { revokedAt: at(-5000 * minute), reason: status };
  const moment = at(madeAt(made) * minute);
  return signOcsp({
    responder: {
      certificate: mintCertificate(ocspResponder),
      privateKey: keyOf(made, world.keys.ocsp),
    },
    producedAt: moment,
    answers: made.statuses.map((status) => ({
      certId,
      status: statusOf(status),
      thisUpdate: moment,
      nextUpdate: endOf(made),
    })),
    ...(made.critical && { more: [unknownCritical] }),
  });
}

function inputOf(given: readonly Item[]): EdsInput {
  const [carried, own] = [given.filter((made) => made.carried), given.filter((made) => !made.carried)];
  const split = (among: readonly Item[]) => ({
    crls: among.filter(({ kind }) => kind !== 'answer').map(octetsOf),
    ocsps: among.filter(({ kind }) => kind === 'answer').map(octetsOf),
  });
  const values = split(carried);
  const attributes = [
    attribute(
      '1.2.840.113549.1.9.16.2.24',
      sequence(tagged(0, sequence(...values.crls)), tagged(1, sequence(...values.ocsps))),
    ),
  ];
  const cms = { ...blueprint.cms, ...(carried.length > 0 && { moreUnsigned: () => attributes }) };
  const { crls, ocsps } = split(own);
  return { ...mint({ ...blueprint, cms }), crls: [...rootList, ...crls], ocsps };
}

const cache = new EdsCache();
const verdictOf = (given: readonly Item[]): string => verifyEds({ ...inputOf(given), cache }).verdict;

// What a reader of the rules knows of an item without asking the core.
const isSigned = (made: Item): boolean => made.by === 'authority' && madeAt(made) < 5;
const isGenuine = (made: Item): boolean => isSigned(made) && !made.critical;
const reasonsIn = (made: Item): readonly string[] =>
  made.kind === 'answer'
    ? made.statuses
    : made.lines
        .filter(({ reason, later }) => !later && !(made.kind === 'delta' && reason === 'removeFromCRL'))
        .map(({ reason }) => reason);
const isHold = (made: Item): boolean => isGenuine(made) && reasonsIn(made).includes('certificateHold');
const isLasting = (made: Item): boolean =>
  isGenuine(made) && reasonsIn(made).some((reason) => !['certificateHold', 'good', 'unknown'].includes(reason));
const isBar = (made: Item): boolean => isSigned(made) && made.critical && made.kind !== 'answer';
/** Fresh, genuine and about this certificate; deltas and lists speak together. */
const maySayGood = (made: Item): boolean => {
  if (!isGenuine(made) || (made.kind === 'answer' && !made.statuses.includes('good'))) return false;
  return made.kind === 'answer' && made.carried ? Math.abs(madeAt(made)) <= 5 : !made.runOut;
};

const runs = { numRuns: 150 };

describe('whatever is given about one certificate', () => {
  it('fails where anything genuine revokes it for good', () => {
    fc.assert(
      fc.property(items, (given) => expect(given.some(isLasting) ? verdictOf(given) : 'failed').toBe('failed')),
      runs,
    );
  });

  it('passes by what is fresh and genuine alone, and newer than every hold and than what must not be read', () => {
    fc.assert(
      fc.property(items, (given) => {
        if (verdictOf(given) !== 'passed') return;
        const against = given.filter((made) => isHold(made) || isBar(made)).map(madeAt);
        const goods = given.filter(maySayGood).map(madeAt);
        expect(Math.max(-Infinity, ...goods)).toBeGreaterThan(Math.max(-1e9, ...against));
      }),
      runs,
    );
  });

  it('says the same in whatever order it comes', () => {
    const shuffled = items.chain((given) =>
      fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length, maxLength: given.length })),
    );
    fc.assert(
      fc.property(shuffled, ([given, turned]) => expect(verdictOf(turned)).toBe(verdictOf(given))),
      runs,
    );
  });

  it('never turns failed or indeterminate into passed by more, unless that is fresh, genuine and newer than every hold', () => {
    fc.assert(
      fc.property(fc.oneof(items, contradictory), (given) => {
        const verdicts = given.map((_, length) => verdictOf(given.slice(0, length + 1)));
        for (const [step, more] of given.slice(1).entries()) {
          if (verdicts[step] === 'passed' || verdicts[step + 1] !== 'passed') continue;
          const before = given.slice(0, step + 1);
          expect(maySayGood(more)).toBe(true);
          expect(before.some(isLasting)).toBe(false);
          expect(madeAt(more)).toBeGreaterThan(Math.max(-1e9, ...before.filter(isHold).map(madeAt)));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('comes to every verdict', () => {
    const seen = new Set(fc.sample(items, { seed: 1, numRuns: 60 }).map(verdictOf));
    expect([...seen].toSorted()).toEqual(['failed', 'indeterminate', 'passed']);
  });
});
