import type { Rights } from '../template/role-policy.ts';
import { like } from './pattern.ts';

/** The action that a call needs a right for. */
export interface Asked {
  /** For example `dynamodb:Query`. */
  readonly action: string;
  /** ARN; absent if the call names no resource, like the token of a task that is over. */
  readonly resource?: string;
  /** Condition keys and their values, for example `kms:ViaService`. */
  readonly facts?: Readonly<Record<string, string>>;
}

/** Whether one statement allows all of it. Silence denies; the stack writes no Deny statements. */
export const allows = (rights: Rights, { action, resource, facts = {} }: Asked): boolean =>
  rights.some(
    ({ Action, Resource, Condition }) =>
      Action.some((each) => like(each, action, 'i')) &&
      (resource === undefined || Resource.some((each) => like(each, resource))) &&
      Object.entries(Condition?.StringEquals ?? {}).every(([key, values]) => values.includes(facts[key] ?? '')),
  );
