import fc from 'fast-check';
import type { KeyFamily } from '../../lib/signing/signing-key.ts';

/** How much of each part is in a hostile body. These are the factors that a verification multiplies. */
export interface Recipe {
  readonly family: KeyFamily;
  /** Octets of the content, attached. */
  readonly content: number;
  readonly signers: number;
  /** If false, each signature is over the content itself. */
  readonly attributes: boolean;
  /** Certificates with issuer and serial number of the genuine signer, but other keys. */
  readonly namesakes: number;
  /** Certificates with the authority's own name, each of which may be above the signer and may have signed lists. */
  readonly authorities: number;
  /** Answers in the name of the authority, and lines about the signer in each. */
  readonly answers: number;
  readonly lines: number;
  /** Certificates in each answer that claim to be its responder. */
  readonly responders: number;
  /** Lists in the name of the authority, every second one a delta, and points in the scope of each. */
  readonly lists: number;
  readonly points: number;
  /** Timestamp tokens of each signer. */
  readonly tokens: number;
  /** Archive timestamps of each signer, whose indexes and imprints are right, and attributes in each index. */
  readonly archives: number;
  readonly indexed: number;
  /** Names, subtrees and policies in each of the `authorities`. */
  readonly names: number;
  readonly policies: number;
  /** Octets of text in each name, which folds to eighteen times its length. */
  readonly text: number;
}

export const plain: Recipe = {
  ...{
    family: 'rsa',
    content: 64,
    signers: 1,
    attributes: true,
    namesakes: 0,
    authorities: 0,
    answers: 0,
    lines: 1,
    responders: 0,
  },
  ...{ lists: 0, points: 0, tokens: 0, archives: 0, indexed: 0, names: 0, policies: 0, text: 0 },
} as const;

const mebibyte = 1 << 20;
const of = (more: Partial<Recipe>): Recipe => ({ ...plain, ...more });
const families: readonly KeyFamily[] = ['rsa', 'ecdsa', 'gost-2015', 'gost-2004'];

/** The known kinds, each in the size at which it was most expensive. */
export const recipes: Readonly<Record<string, Recipe>> = Object.fromEntries(
  families.flatMap((family) => [
    [`${family}: signers over large content`, of({ family, content: 5 * mebibyte, signers: 16, attributes: false })],
    [`${family}: with namesakes`, of({ family, content: 5 * mebibyte, signers: 16, attributes: false, namesakes: 48 })],
    [`${family}: signers with attributes`, of({ family, content: 5 * mebibyte, signers: 16, namesakes: 48 })],
    [`${family}: forged answers`, of({ family, signers: 16, answers: 100 })],
    [`${family}: answers of many lines`, of({ family, signers: 16, answers: 10, lines: 1000 })],
    [`${family}: responders`, of({ family, signers: 4, answers: 20, responders: 20 })],
    [`${family}: forged lists`, of({ family, signers: 16, lists: 200 })],
    [`${family}: lists with points`, of({ family, signers: 16, lists: 40, points: 500 })],
    [`${family}: authorities of one name`, of({ family, signers: 16, authorities: 60 })],
    [`${family}: authorities and lists`, of({ family, signers: 8, authorities: 40, lists: 40 })],
    [`${family}: tokens`, of({ family, signers: 16, tokens: 4 })],
    [`${family}: archive timestamps`, of({ family, signers: 16, archives: 16, content: 5 * mebibyte })],
    [`${family}: archive timestamps with large indexes`, of({ family, signers: 8, archives: 16, indexed: 150 })],
    [`${family}: names`, of({ family, signers: 8, authorities: 12, names: 2000 })],
    [`${family}: policies`, of({ family, signers: 8, authorities: 12, policies: 2000 })],
    [`${family}: text`, of({ family, signers: 2, authorities: 60, text: 2000, names: 4 })],
    [
      `${family}: of everything some`,
      of({
        family,
        content: mebibyte,
        signers: 8,
        namesakes: 8,
        authorities: 8,
        answers: 10,
        lines: 10,
        lists: 10,
        points: 10,
        tokens: 4,
        archives: 4,
        indexed: 10,
        names: 20,
        policies: 20,
      }),
    ],
  ]),
);

const upTo = (most: number): fc.Arbitrary<number> => fc.oneof(fc.constant(0), fc.nat(most), fc.constant(most));

/** Any mixture of them within the route's limits. */
export const anyRecipe: fc.Arbitrary<Recipe> = fc.record({
  family: fc.constantFrom(...families),
  content: upTo(2 * mebibyte),
  signers: fc.integer({ min: 1, max: 16 }),
  attributes: fc.boolean(),
  namesakes: upTo(48),
  authorities: upTo(60),
  answers: upTo(100),
  lines: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 300 })),
  responders: upTo(20),
  lists: upTo(100),
  points: upTo(100),
  tokens: upTo(8),
  archives: upTo(17),
  indexed: upTo(150),
  names: upTo(200),
  policies: upTo(500),
  text: upTo(2000),
});
