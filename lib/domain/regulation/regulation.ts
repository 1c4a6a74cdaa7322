import type { Actor } from './actors.ts';
import type { Goes, Next } from './next.ts';
import type { ActionText, ChannelText, Operation } from './procedure.ts';
import type { RegulationText } from './schema.ts';
import type { StepText } from './step.ts';
import type { Term } from './term.ts';

export interface Step extends StepText {
  readonly by: string;
}

/** A row with interpreted cells. `added` marks a row that is in the steps but not in the table. */
export interface Action extends Omit<ActionText, 'actor' | 'term' | 'next' | 'completion' | 'goes' | 'reading'> {
  readonly actorName: string;
  readonly actor: Actor;
  readonly completion: string;
  readonly term: Term;
  readonly next: readonly Next[];
  readonly does: Operation[];
  /** Where the machine continues, by the source or by a reading. */
  readonly goes: Exclude<Goes, number | 'end'>;
  readonly added: boolean;
  readonly reading?: string;
}

export interface Channel extends Omit<ChannelText, 'actions' | 'added' | 'steps' | 'deadline'> {
  readonly steps: readonly Step[];
  readonly stepsSource: string;
  readonly stepsReading?: string;
  readonly actions: readonly Action[];
  readonly deadline?: Term;
  readonly deadlineReading?: string;
}

/** A regulation as it was read: with identifiers, and with terms, conditions and steps as values. */
export interface Regulation extends Omit<RegulationText, 'channels'> {
  /** `south-kazakhstan-unemployed-certificate` */
  readonly id: string;
  /** Twelve hex digits of the SHA-256 of its file. */
  readonly version: string;
  /** `south-kazakhstan-149-unemployed-certificate`: the machines' common name; each channel adds a suffix. */
  readonly machine: string;
  readonly channels: readonly Channel[];
  readonly readings: NonNullable<RegulationText['readings']>;
}
