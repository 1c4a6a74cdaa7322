import { dirname } from 'node:path/posix';
import * as z from 'zod';
import { Instant } from '../calendar/instant.ts';
import { nextRenewal, ProofLife } from './proof-life.ts';

/**
 * Whether a signature can be verified after its certificate has ended: whether it has a timestamp (RFC 3161), and what proves its
 * certificate at that time. It is a second write that follows the first (docs/decisions/0047). It is small, because each write of a
 * request pays for it: what else is needed stands beside it.
 */
export const Stamp = z.discriminatedUnion('state', [
  z.object({ state: z.literal('awaited'), tries: z.int().nonnegative(), nextAt: Instant }),
  /**
   * `part` is what `extendedKey` needs; `at` the time that the authority says (genTime). `renewAt`: when an archive timestamp is asked for; absent
   * if the proof ends before.
   */
  z.object({
    ...{ state: z.literal('kept'), part: z.string(), at: Instant },
    ...{ proof: ProofLife.optional(), renewAt: Instant.optional() },
  }),
  /** Nothing more is tried. */
  z.object({ state: z.literal('lost'), tries: z.int() }),
]);
export type Stamp = z.infer<typeof Stamp>;
type In<State extends Stamp['state']> = Extract<Stamp, { state: State }>;

/** A signature without a timestamp yet. */
export interface Unstamped {
  /** The signature as it arrived, and what was signed, in the documents bucket. */
  readonly cmsKey: string;
  readonly contentKey: string;
  readonly since: string;
  readonly tries: number;
  readonly nextAt: string;
}

/** What an attempt brought: the digits of the extended signature's key, its time, and until when it proves itself. Undefined: nothing. */
export type Stamped =
  { readonly part: string; readonly at: string; readonly proof?: ProofLife | undefined } | undefined;

/** The key of the signature with timestamp and evidence in it, beside the one that arrived. */
export const extendedKey = (cmsKey: string, part: string) => `${dirname(cmsKey)}/signature.extended.${part}.p7s`;

const MINUTE = 60_000;
/** The machine's next row tries first, and mostly succeeds. */
const FIRST_WAIT = 2 * MINUTE;
/** Doubled each time, at most an hour: each hour counts, because the certificate may be revoked, and then it is too late. */
const waitAfter = (tries: number) => Math.min(60, 2 ** Math.min(tries, 6)) * MINUTE;
/** About four weeks; an alarm has long called somebody. */
export const STAMP_TRIES = 700;

export const awaitStamp = (now: Date): In<'awaited'> => ({
  state: 'awaited',
  tries: 0,
  nextAt: new Date(now.getTime() + FIRST_WAIT).toISOString(),
});

export function keepStamp({ part, at, proof }: NonNullable<Stamped>, now: Date): In<'kept'> {
  const renewAt = proof && nextRenewal(proof, part, now);
  return { state: 'kept', part, at, ...(proof && { proof }), ...(renewAt !== undefined && { renewAt }) };
}

/** The signatures without a timestamp yet, in a request or a part of it that has their content's key. */
export function unstampedIn(part: unknown): readonly Unstamped[] {
  const found: Unstamped[] = [];
  changeStamps(part, 'awaited', (stamp, signature) => {
    found.push({ ...signature(), tries: stamp.tries, nextAt: stamp.nextAt });
    return stamp;
  });
  return found;
}

/**
 * Writes what attempts brought, by `cmsKey`. A signature that nobody has tried, or that another run has stamped meanwhile, stays as
 * it is; if nothing changes, the same object is returned.
 */
export const recordStamps = <Part>(part: Part, brought: ReadonlyMap<string, Stamped>, now: Date): Part =>
  changeStamps(part, 'awaited', (stamp, signature) => {
    const { cmsKey } = signature();
    if (!brought.has(cmsKey)) return stamp;
    const stamped = brought.get(cmsKey);
    if (stamped) return keepStamp(stamped, now);
    const tries = stamp.tries + 1;
    if (tries >= STAMP_TRIES) return { state: 'lost', tries };
    return { ...stamp, tries, nextAt: new Date(now.getTime() + waitAfter(tries)).toISOString() };
  });

/** A signature names its CMS as `cmsKey`; that of a document as `key`. */
type Keyed = ({ readonly cmsKey: string } | { readonly key: string }) & { readonly stamp?: Stamp | undefined };

/** The key of the signature that people are handed: with its timestamp, if it has one. */
export function handedOut(signature: Keyed): string {
  const key = 'cmsKey' in signature ? signature.cmsKey : signature.key;
  return signature.stamp?.state === 'kept' ? extendedKey(key, signature.stamp.part) : key;
}

/** Until when a signature proves itself; undefined while nobody knows. */
export const proofOf = (signature: { readonly stamp?: Stamp | undefined } | undefined): ProofLife | undefined =>
  signature?.stamp?.state === 'kept' ? signature.stamp.proof : undefined;

/** What people have filled in stands below these names. No signature does. */
const filledIn = new Set(['form', 'fields', 'decision', 'registerData', 'attachments', 'events', 'notices', 'telling']);

type Change<State extends Stamp['state']> = (
  stamp: In<State>,
  signature: () => Pick<Unstamped, 'cmsKey' | 'contentKey' | 'since'>,
) => Stamp;

/**
 * Changes the stamps of this state. Signatures stand at many places of a request; each has its `stamp` beside its digest. If nothing
 * changes, the same object is returned.
 */
export function changeStamps<Part, State extends Stamp['state']>(
  part: Part,
  state: State,
  change: Change<State>,
  around: object = {},
): Part {
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) {
    const items = part.map((item: unknown) => changeStamps(item, state, change, around));
    return items.some((item, place) => item !== part[place]) ? (items as Part) : part;
  }
  const isIn = (stamp: Stamp): stamp is In<State> => stamp.state === state;
  const changeOne = (stamp: Stamp) => (isIn(stamp) ? change(stamp, () => describe(part, around)) : stamp);
  const entries = Object.entries(part).map(([name, value]: [string, unknown]) => [
    name,
    name === 'stamp'
      ? changeOne(value as Stamp)
      : filledIn.has(name)
        ? value
        : changeStamps(value, state, change, part),
  ]);
  return entries.some(([name, value]) => value !== part[name as keyof Part])
    ? (Object.fromEntries(entries) as Part)
    : part;
}

/** What was signed by a word stands in it; a document lies beside its signature. */
type Signature = { readonly at: string } & (
  { readonly cmsKey: string; readonly contentKey: string } | { readonly key: string }
);

const isSignature = (part: object): part is Signature => 'at' in part && ('cmsKey' in part || 'key' in part);

function describe(signature: object, around: { readonly file?: { readonly key: string } }) {
  if (!isSignature(signature)) throw new Error('a stamp stands beside no signature');
  const { at: since } = signature;
  if ('cmsKey' in signature) return { cmsKey: signature.cmsKey, contentKey: signature.contentKey, since };
  if (!around.file) throw new Error(`there is no document beside the signature ${signature.key}`);
  return { cmsKey: signature.key, contentKey: around.file.key, since };
}
