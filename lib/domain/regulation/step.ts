/** A line of section 2's step list: "5) процесс 3 – выбор потребителем услуги". `item` is the list's own number. */
export interface StepText {
  readonly item: number;
  readonly kind: 'process' | 'condition' | 'step';
  /** The number of the process or condition, or of the item for a plain step. */
  readonly number: number;
  readonly text: string;
}

const line = /^(?<item>\d+)\)\s*(?:(?<kind>процесс|условие)\s*(?<number>\d+)\s*[-–—]\s*)?(?<text>.+)$/su;

/** Undefined if the line does not begin with its number. */
export function parseStep(source: string): StepText | undefined {
  const groups = line.exec(source.trim())?.groups;
  if (!groups) return undefined;
  const { item, kind, number, text = '' } = groups;
  return {
    item: Number(item),
    kind: kind === undefined ? 'step' : kind === 'процесс' ? 'process' : 'condition',
    number: Number(number ?? item),
    text,
  };
}
