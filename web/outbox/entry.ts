import type * as z from 'zod';
import type { contract as createRequest } from '../../functions/drafts/create-request/contract.ts';
import type { Bilingual } from '../../lib/domain/language/bilingual.ts';
import type { FormValues } from '../../lib/domain/regulation/form-values.ts';
import type { Problem } from '../http/problem.ts';

type Begun = z.input<(typeof createRequest)['body']>;
/** Who files what, how and where; if any of these changes, it is another draft. */
export type Basics = Omit<Begun, 'form'>;

/** A scan of an application; its bytes are kept apart from it. */
export interface KeptScan {
  readonly key: string;
  readonly name: string;
  readonly type: string;
  /** The code of the document that it shows. */
  readonly document: string;
  /** Its id, once the server has it. */
  readonly attachment?: string;
}

/** The draft on the server, as far as this browser knows it. */
export interface KeptDraft {
  readonly id: string;
  readonly formVersion: number | undefined;
  /** What it was begun with; empty for a draft that was opened again, which keeps its visitor and service. */
  readonly basics: string;
}

/** A call of `POST /requests` that the server may have received: only repeating it unchanged gives the same draft. */
export interface Attempt {
  readonly key: string;
  readonly body: Begun;
}

/** Of a call: what distinguishes one draft from another, as text. */
export const basicsOf = (body: Begun): string => JSON.stringify({ ...body, form: undefined });

/** What only its own employee reads, in the session's browser. */
export interface Content {
  readonly title: Bilingual | undefined;
  /** As it was typed, for the page; and as it is sent. */
  readonly typed: Readonly<Record<string, string>>;
  readonly basics: Basics;
  readonly form: FormValues;
  readonly scans: readonly KeptScan[];
  readonly draft?: KeptDraft | undefined;
  readonly attempt?: Attempt | undefined;
  /** Why the server refused it. */
  readonly problem?: Problem | undefined;
}

/**
 * `open`: somebody is or was still typing. `waiting`: to be sent as soon as possible. `stuck`: tried often enough, waits for a
 * person. `refused`: a person has to correct it. `to-sign`: on the server as a draft, only the signature is missing.
 */
export type State = 'open' | 'waiting' | 'stuck' | 'refused' | 'to-sign';

/** What may be read without the key: nothing about a visitor. */
export interface Line {
  readonly id: string;
  readonly account: string;
  /** Of the session whose key opens it. */
  readonly key: string;
  /** When it was begun, in milliseconds of the epoch. */
  readonly at: number;
  readonly state: State;
  readonly bytes: number;
  readonly tries: number;
  /** Not to be tried before, in milliseconds of the epoch. */
  readonly next: number;
  /** Of the scans, how many the server has. */
  readonly sent: number;
  readonly scans: number;
  /** The draft on the server that waits for its signature. */
  readonly request?: string | undefined;
}

/** Milliseconds for which an entry is sent, and after which its employee has to decide. */
export const LIFE = 24 * 3_600_000;
/** The last part of it, in which the page warns. */
const SOON = 4 * 3_600_000;
/** Entries of all employees of this browser, and their bytes. */
export const MOST_ENTRIES = 20;
export const MOST_BYTES = 150 * 1024 * 1024;

export const endOf = ({ at }: Pick<Line, 'at'>) => at + LIFE;
export const isOver = (line: Pick<Line, 'at'>, now: number) => now >= endOf(line);
export const endsSoon = (line: Pick<Line, 'at'>, now: number) => now >= endOf(line) - SOON;

/** Why something cannot be kept. */
export type Unkept = 'many' | 'large' | 'full' | 'absent';

/** Whether there is room for the entry of this id with so many bytes; it replaces itself. */
export function refuseRoom(
  lines: readonly Pick<Line, 'id' | 'bytes'>[],
  entry: Pick<Line, 'id' | 'bytes'>,
): Unkept | undefined {
  const others = lines.filter(({ id }) => id !== entry.id);
  if (others.length >= MOST_ENTRIES) return 'many';
  const bytes = others.reduce((sum, each) => sum + each.bytes, entry.bytes);
  return bytes > MOST_BYTES ? 'large' : undefined;
}
