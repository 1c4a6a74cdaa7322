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
  /** How many were read to the end in spite of their changes. */
  readonly readable: number;
  /** How many went through a whole verification. */
  readonly verified: number;
  /** The longest that one took, in milliseconds. */
  readonly slowest: number;
}

/** A mutant that changed nothing, or nothing but what is not signed, may pass as the original did. */
const violation = (scene: Scene, mutant: Uint8Array): string | undefined => {
  if (Buffer.compare(mutant, scene.bytes) === 0) return undefined;
  const verdict = scene.verdict(mutant);
  if (verdict === 'passed') return `${scene.name}: a mutant passes`;
  return verdict === 'same' && scene.before !== 'passed' ? `${scene.name}: ${scene.before} became passed` : undefined;
};

/**
 * Draws mutants of every fixture: half are only read, half stand in a verification. Throws fast-check's report with the
 * smallest counterexample when one throws anything but a refusal, takes a second, or makes a failed verdict pass.
 */
export const runCampaign = ({ fixtures, scenes, mutants, seed }: CampaignOptions): CampaignResult => {
  let [readable, verified, slowest] = [0, 0, 0];
  const fixture = fc.constantFrom(...fixtures, ...scenes);
  const scene = fc.constantFrom(...scenes);
  const timed = (work: () => void): void => {
    const begun = performance.now();
    work();
    slowest = Math.max(slowest, performance.now() - begun);
    if (slowest > 1_000) throw new Error(`${slowest} ms for one mutant`);
  };
  const reads = fc.property(fixture, edits, ({ kind, bytes }, changes) => {
    const mutant = mutate(bytes, changes);
    timed(() => {
      if (readAny(kind, mutant)) readable++;
    });
  });
  const verifies = fc.property(scene, edits, (drawn, changes) => {
    const mutant = mutate(drawn.bytes, changes);
    timed(() => {
      verified++;
      const broken = violation(drawn, mutant);
      if (broken !== undefined) throw new Error(broken);
    });
  });
  fc.assert(reads, { numRuns: Math.ceil(mutants * readShare), seed });
  fc.assert(verifies, { numRuns: Math.floor(mutants * (1 - readShare)), seed });
  return { mutants, readable, verified, slowest };
};

/** Reading costs microseconds, a verification up to milliseconds. */
const readShare = 0.8;
