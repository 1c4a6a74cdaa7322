/** Why a file is no card that can be checked; each has its text in `texts.ts`. */
export const cardProblems = [
  'pdf-not',
  'pdf-too-large',
  'pdf-encrypted',
  'pdf-malformed',
  'pdf-filter',
  'pdf-limit',
  'no-attachment',
  'no-signature',
  'too-many-attachments',
  'document-executable',
] as const;
export type CardProblem = (typeof cardProblems)[number];

/** The only error that reading a card throws because of its octets. */
export class CardRefusal extends Error {
  override readonly name = 'CardRefusal';
  readonly problem: CardProblem;

  constructor(problem: CardProblem) {
    super(problem);
    this.problem = problem;
  }
}
