import type { EdsInput } from '../../lib/eds/verify.ts';
import type { PkitsCase } from './pkits.ts';

/** A program that verifies: whether it accepts. What it cannot read, or does not know, it does not accept. */
export interface Judge {
  readonly name: string;
  readonly acceptsPath: (given: PkitsCase) => Promise<boolean>;
  readonly acceptsCms: (given: EdsInput) => Promise<boolean>;
}

/** How often it was right; and the two ways of being wrong. */
export interface Score {
  readonly right: number;
  readonly of: number;
  readonly acceptedWrongly: number;
  readonly refusedWrongly: number;
}

/** Scores answers against what they should be. */
export const score = (answers: readonly { readonly accepted: boolean; readonly valid: boolean }[]): Score => {
  const count = (accepted: boolean, valid: boolean) =>
    answers.filter((each) => each.accepted === accepted && each.valid === valid).length;
  const [acceptedWrongly, refusedWrongly] = [count(true, false), count(false, true)];
  return {
    right: answers.length - acceptedWrongly - refusedWrongly,
    of: answers.length,
    acceptedWrongly,
    refusedWrongly,
  };
};
