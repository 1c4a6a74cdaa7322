import { accessRules } from '../lib/domain/access/rules.ts';
import type { Regulation } from '../lib/domain/regulation/regulation.ts';
import { carriers } from '../lib/domain/regulation/words.ts';

const inChannel = /^(?<part>table|steps|diagram|uses|row) (?<name>[a-z]+)(?: (?<no>\d+))?$/u;

/**
 * What answers a point of the text. `by` of a point has one of these forms:
 *
 * - `terms`, `output.interim`: a key of the file;
 * - `table portal`, `steps mio`, `diagram con`, `uses paper`, `row portal 3`: a part of a channel;
 * - `GET /offices`: a route;
 * - `check-eds`: a carrier of steps (`words.ts`).
 */
export type Answer =
  | { readonly kind: 'data'; readonly key: string; readonly count?: number }
  | {
      readonly kind: 'channel';
      readonly part: 'table' | 'steps' | 'diagram' | 'uses' | 'row';
      readonly channel: Regulation['channels'][number];
      readonly no?: number;
    }
  | { readonly kind: 'route' | 'carrier'; readonly name: string };

/** Undefined if the regulation and the API have nothing of this name. */
export function findAnswer(reference: string, regulation: Regulation): Answer | undefined {
  if (reference.includes(' /'))
    return Object.hasOwn(accessRules, reference) ? { kind: 'route', name: reference } : undefined;
  if (Object.hasOwn(carriers, reference)) return { kind: 'carrier', name: reference };
  const { part, name, no } = inChannel.exec(reference)?.groups ?? {};
  return part === undefined ? findKey(reference, regulation) : findPart(part as Part, name, no, regulation);
}

type Part = Extract<Answer, { kind: 'channel' }>['part'];

function findPart(part: Part, name: string | undefined, no: string | undefined, { channels }: Regulation) {
  const channel = channels.find((one) => one.channel === name);
  const there =
    channel &&
    {
      table: () => true,
      diagram: () => true,
      steps: () => channel.steps.length > 0,
      uses: () => channel.uses !== undefined,
      row: () => channel.actions.some((action) => action.no === Number(no)),
    }[part]();
  const answer: Answer | undefined = channel && { kind: 'channel', part, channel, ...(no && { no: Number(no) }) };
  return there && (part === 'row') === (no !== undefined) ? answer : undefined;
}

/** Keys that say nothing of the text: ours, and the points themselves. */
const ours = new Set(['id', 'version', 'machine', 'region', 'service', 'department', 'extract', 'points', 'readings']);

function findKey(key: string, regulation: Regulation): Answer | undefined {
  const [first = '', ...rest] = key.split('.');
  if (ours.has(first)) return undefined;
  let value: unknown = regulation;
  for (const name of [first, ...rest]) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[name];
  }
  if (value === undefined) return undefined;
  const items = Array.isArray(value) ? value : ((value as { items?: readonly unknown[] }).items ?? undefined);
  return { kind: 'data', key, ...(items && { count: items.length }) };
}
