import fc from 'fast-check';
import type { Fixture } from './fixtures.ts';
import { edits, mutate } from './mutants.ts';
import { readAny } from './read-any.ts';
import type { Scene } from './scene.ts';

export interface CampaignOptions {
  readonly fixtures: readonly Fixture[];
  readonly scenes: readonly Scene[];
  readonly mutants: number;
  readonly seed: number;
}

export interface CampaignResult {
  readonly mutants: number;
  /** How many could still be read after their changes. */
  readonly readable: number;
  /** How many went through a whole verification. */
  readonly verified: number;
  /** The longest time that one took, in milliseconds of processor time. */
  readonly slowest: number;
}

/** A mutant that changed nothing, or only unsigned parts, may pass like the original. */
const violation = (scene: Scene, mutant: Uint8Array): string | undefined => {
  if (Buffer.compare(mutant, scene.bytes) === 0) return undefined;
  const verdict = scene.verdict(mutant);
  if (verdict === 'passed') return `${scene.name}: a mutant passes`;
  return verdict === 'same' && scene.before !== 'passed' ? `${scene.name}: ${scene.before} became passed` : undefined;
};

/**
 * Draws mutants of every fixture: half are only read, half are verified in place of the original. Throws fast-check's
 * report with the smallest counterexample if one throws anything but a refusal, takes half a second of processor time,
 * or turns a failed verdict into a passed one.
 */
export const runCampaign = ({ fixtures, scenes, mutants, seed }: CampaignOptions): CampaignResult => {
  let [readable, verified, slowest] = [0, 0, 0];
  const documents = [...fixtures, ...scenes];
  const timed = (name: string, work: () => void): void => {
    const begun = process.threadCpuUsage();
    work();
    const { user, system } = process.threadCpuUsage(begun);
    const spent = (user + system) / 1000;
    slowest = Math.max(slowest, spent);
    if (spent > mostTime) throw new Error(`${name}: ${spent} ms for one mutant`);
  };
  const reads = fc.property(fc.nat(documents.length - 1), edits, (index, changes) => {
    const { name, kind, bytes } = drawn(documents, index);
    const mutant = mutate(bytes, changes);
    timed(name, () => {
      if (readAny(kind, mutant)) readable++;
    });
  });
  const verifies = fc.property(fc.nat(scenes.length - 1), edits, (index, changes) => {
    const scene = drawn(scenes, index);
    const mutant = mutate(scene.bytes, changes);
    verified++;
    timed(scene.name, () => {
      const broken = violation(scene, mutant);
      if (broken !== undefined) throw new Error(broken);
    });
  });
  fc.assert(reads, { numRuns: Math.ceil(mutants * readShare), seed });
  fc.assert(verifies, { numRuns: Math.floor(mutants * (1 - readShare)), seed });
  return { mutants, readable, verified, slowest };
};

const drawn = <T>(all: readonly T[], index: number): T => {
  const one = all[index];
  if (one === undefined) throw new RangeError('nothing to mutate');
  return one;
};

/** Milliseconds of processor time that one mutant may take: GOST after a cold start takes a tenth of it. */
const mostTime = 500;

/** Reading costs microseconds, a verification up to milliseconds. */
const readShare = 0.8;
