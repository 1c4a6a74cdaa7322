import { actorNamed } from './actors.ts';
import type { Finding, Path } from './defect.ts';
import { parseNext, type Goes, type Next } from './next.ts';
import type { ActionText, AddedAction, ChannelText } from './procedure.ts';
import type { Action, Channel, Regulation, Step } from './regulation.ts';
import type { RegulationText } from './schema.ts';
import { parseStep } from './step.ts';
import { parseTerm, type Term } from './term.ts';
import type { z } from 'zod';

/** Turns cells of text into values for the machine: actors, terms, conditions, steps. */
export function interpret(
  text: RegulationText,
  version: string,
): { readonly regulation: Regulation } | { readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const refuse = (path: Path, reason: string) => void findings.push({ path, reason });
  const channels = text.channels.map((channel, index) => readChannel(channel, ['channels', index], refuse));
  if (findings.length > 0) return { findings };
  const { region, service, decree, readings = [], ...kept } = text;
  const number = decree.number
    .toLowerCase()
    .replaceAll('а', 'a')
    .replaceAll(/[^0-9a-z]+/g, '-');
  return {
    regulation: {
      ...kept,
      region,
      service,
      decree,
      channels,
      readings,
      version,
      id: `${region}-${service}`,
      machine: `${region}-${number}-${service}`,
    },
  };
}

type Refuse = (path: Path, reason: string) => void;

function readChannel(text: ChannelText, path: Path, refuse: Refuse): Channel {
  const { actions, added = [], steps, deadline, ...kept } = text;
  return {
    ...kept,
    steps: steps.items.flatMap((item, index): Step[] => {
      const step = parseStep(item.text);
      if (step) return [{ ...step, by: item.by }];
      refuse([...path, 'steps', 'items', index], 'a step begins with its number: "1) процесс 1 – …"');
      return [];
    }),
    stepsSource: steps.source,
    ...(steps.reading !== undefined && { stepsReading: steps.reading }),
    ...(deadline && { deadline: readTerm(deadline.text, [...path, 'deadline', 'text'], refuse) }),
    ...(deadline?.reading !== undefined && { deadlineReading: deadline.reading }),
    actions: [
      ...actions.map((action, index) => readAction(action, false, [...path, 'actions', index], refuse)),
      ...added.map((action, index) => readAction(action, true, [...path, 'added', index], refuse)),
    ],
  };
}

function readAction(
  text: ActionText | z.infer<typeof AddedAction>,
  added: boolean,
  path: Path,
  refuse: Refuse,
): Action {
  const actor = actorNamed(text.actor);
  if (!actor) refuse([...path, 'actor'], `unknown actor "${text.actor}"`);
  const next = 'next' in text ? parseNext(text.next) : [];
  if (!next) refuse([...path, 'next'], `no row number in "${'next' in text ? text.next : ''}"`);
  const { no, name, does, reading } = text;
  return {
    no,
    name,
    does,
    added,
    actorName: text.actor,
    actor: actor ?? { slug: 'unknown', lane: text.actor, kind: 'system' },
    completion: 'completion' in text ? text.completion : '-',
    term: readTerm(text.term, [...path, 'term'], refuse),
    next: next ?? [],
    goes: readGoes(text.goes, next ?? [], path, refuse),
    ...(reading !== undefined && { reading }),
  };
}

function readTerm(text: string, path: Path, refuse: Refuse): Term {
  const term = parseTerm(text);
  if (!term) refuse(path, `no amount with a unit in "${text}"`);
  return term ?? { text };
}

/** Without `goes` the machine follows the cell: one unconditional number, or the end for "-". */
function readGoes(goes: Goes | undefined, next: readonly Next[], path: Path, refuse: Refuse): Action['goes'] {
  if (goes !== undefined) return Array.isArray(goes) ? goes : [{ to: goes }];
  if (next.length === 0) return [{ to: 'end' }];
  const [only] = next;
  if (next.length === 1 && only && only.if === undefined) return [{ to: only.to }];
  refuse([...path, 'next'], "a conditional next needs `goes`, which names the machine's outcomes");
  return [];
}
