import { checkDecree } from './check-decree.ts';
import { readHours } from '../calendar/read-hours.ts';
import { checkDocuments } from './check-documents.ts';
import { checkForms } from './check-form.ts';
import { checkMailed } from './check-mailed.ts';
import { checkOrder } from './check-order.ts';
import { checkOrganisations } from './check-organisations.ts';
import { checkRegistries } from './check-registry.ts';
import type { Finding, Path } from './defect.ts';
import type { Operation } from './procedure.ts';
import type { Action, Channel, Regulation } from './regulation.ts';
import type { RegulationText } from './schema.ts';
import type { Outcome } from './words.ts';

/** The rules that no schema can express: rows are numbered, lead to rows that exist, and end. Paths are those of the file. */
export function checkRegulation(regulation: Regulation, text: RegulationText): Finding[] {
  return [
    ...repeated(regulation.channels.map(({ channel }) => channel)).map((index) =>
      finding(['channels', index, 'channel'], 'the channel stands twice'),
    ),
    ...regulation.channels.flatMap((channel, index) => checkChannel(channel, ['channels', index])),
    ...(['offices', 'centres', 'akims'] as const).flatMap((name) => checkDirectory(text[name], name)),
    ...checkFields(
      text.form.fields.map(({ name }) => name),
      'form',
    ),
    ...checkFields(
      text.output.fields.map(({ name }) => name),
      'output',
    ),
    ...checkFields(
      (text.output.interim?.fields ?? []).map(({ name }) => name),
      'output',
      'interim',
    ),
    ...checkDecree(text),
    ...checkDocuments(text),
    ...checkForms(text),
    ...checkMailed(text),
    ...checkRegistries(text),
    ...checkOrganisations(text),
    ...checkQueue(text),
  ];
}

/** An interim document, a queue, and in every channel a row to continue from: all of them or none. */
function checkQueue({ queue, output, channels }: RegulationText): Finding[] {
  const parts: readonly (readonly [Path, unknown])[] = [
    [['queue'], queue],
    [['output', 'interim'], output.interim],
    ...channels.map(({ again }, index): readonly [Path, unknown] => [['channels', index, 'again'], again]),
  ];
  if (parts.every(([, part]) => part === undefined)) return [];
  return parts.flatMap(([path, part]) =>
    part === undefined
      ? [finding(path, 'a queue needs an interim document, and each channel a row to go on from')]
      : [],
  );
}

const finding = (path: Path, reason: string): Finding => ({ path, reason });

/** Indexes of the repeated values. */
const repeated = (values: readonly unknown[]): number[] =>
  values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));

function checkFields(names: readonly string[], ...form: Path): Finding[] {
  return repeated(names).map((index) => finding([...form, 'fields', index, 'name'], 'the field stands twice'));
}

const UNREADABLE = 'expected "с 9.00 до 18.00 часов, перерыв с 13.00 до 14.00, выходной-воскресенье"';

function checkDirectory(directory: RegulationText['offices'], name: string): Finding[] {
  const { hours, items = [] } = directory ?? {};
  const unreadable = (text: string | undefined) => text !== undefined && readHours(text) === undefined;
  return [
    ...(unreadable(hours) ? [finding([name, 'hours'], UNREADABLE)] : []),
    ...items.flatMap((item, index) =>
      unreadable(item.hours) ? [finding([name, 'items', index, 'hours'], UNREADABLE)] : [],
    ),
    ...items.flatMap(({ no }, index) =>
      no === index + 1 ? [] : [finding([name, 'items', index, 'no'], `expected number ${index + 1}, found ${no}`)],
    ),
    ...repeated(items.map(({ code }) => code)).map((index) =>
      finding([name, 'items', index, 'code'], 'the code stands twice'),
    ),
  ];
}

function checkChannel(channel: Channel, path: Path): Finding[] {
  const { actions, steps } = channel;
  const numbers = new Set(actions.map(({ no }) => no));
  const source = actions.filter(({ added }) => !added);
  const pathOf = (action: Action): Path =>
    action.added
      ? [...path, 'added', actions.indexOf(action) - source.length]
      : [...path, 'actions', actions.indexOf(action)];
  const misnumbered = actions.flatMap((action, index) =>
    action.no === index + 1
      ? []
      : [finding([...pathOf(action), 'no'], `expected row ${index + 1}, found ${action.no}`)],
  );
  const lost = actions.flatMap((action) => checkAction(action, numbers, pathOf(action)));
  const unknownRows = steps.flatMap(({ by }, index) =>
    rowsOf(by).every((row) => numbers.has(row))
      ? []
      : [finding([...path, 'steps', 'items', index, 'by'], `no such row: ${by}`)],
  );
  const found = [...misnumbered, ...lost, ...unknownRows, ...checkAgain(channel, path)];
  if (found.length > 0) return found;
  const wrong = checkPaths(actions, pathOf);
  return wrong.length > 0 ? wrong : checkOrder(actions, pathOf, outcomesOf);
}

/** Only a decision can be made again; the rows after it depend on it. */
function checkAgain({ again, actions }: Channel, path: Path): Finding[] {
  const row = again && actions.find(({ no }) => no === again.row);
  if (!again || row?.does.some((operation) => 'work' in operation && operation.work === 'decide')) return [];
  return [finding([...path, 'again', 'row'], `row ${again.row} does not decide`)];
}

/** The rows that a step names: "rows 5, 6". */
export const rowsOf = (by: string): number[] => (by.startsWith('row') ? (by.match(/\d+/g) ?? []).map(Number) : []);

function checkAction(action: Action, numbers: ReadonlySet<number>, path: Path): Finding[] {
  const found: Finding[] = [];
  for (const { to } of action.goes)
    if (to !== 'end' && !numbers.has(to))
      found.push(finding(path, `row ${action.no} goes on to ${to}, which is not there`));
  const said = new Set<number | 'end'>(action.next.length === 0 ? ['end'] : action.next.map(({ to }) => to));
  const done = new Set(action.goes.map(({ to }) => to));
  const differs = said.size !== done.size || [...said].some((to) => !done.has(to));
  if (differs && !action.added && action.reading === undefined)
    found.push(finding(path, `row ${action.no} goes on otherwise than its source says, and no reading says why`));
  const [last] = action.goes.slice(-1);
  if (!last || last.if !== undefined || action.goes.slice(0, -1).some((way) => way.if === undefined))
    found.push(finding(path, `row ${action.no}: the last way on, and only the last, is unconditional`));
  const possible = new Set(action.does.flatMap(outcomesOf));
  for (const { if: condition } of action.goes)
    if (condition !== undefined && !possible.has(condition))
      found.push(finding(path, `row ${action.no} never answers "${condition}"`));
  return found;
}

/** What an operation can answer. */
export function outcomesOf(operation: Operation): readonly Outcome[] {
  if ('work' in operation)
    return operation.work === 'decide' || operation.work === 'check' || operation.work === 'conclude'
      ? ['approved', 'refused']
      : [];
  if ('idle' in operation) return [];
  if (operation.effect === 'confirm-identity' || operation.effect === 'confirm-submission')
    return ['confirmed', 'unconfirmed'];
  if (operation.effect === 'ask-registry') return ['found', 'absent'];
  if (operation.effect === 'check-payment') return ['paid', 'unpaid'];
  return [];
}

/** Every row is reached from the first, and from every row the end is reached. */
function checkPaths(actions: readonly Action[], pathOf: (action: Action) => Path): Finding[] {
  const ways = new Map(actions.map(({ no, goes }) => [no, goes.map(({ to }) => to)] as const));
  const reached = closure([1], (no) => (ways.get(no) ?? []).filter((to) => to !== 'end'));
  const backwards = (no: number) => actions.filter(({ goes }) => goes.some(({ to }) => to === no)).map((one) => one.no);
  const ending = closure(
    actions.filter(({ goes }) => goes.some(({ to }) => to === 'end')).map(({ no }) => no),
    backwards,
  );
  return actions.flatMap((action) => [
    ...(reached.has(action.no) ? [] : [finding(pathOf(action), `row ${action.no} is never reached`)]),
    ...(ending.has(action.no) ? [] : [finding(pathOf(action), `row ${action.no} never comes to an end`)]),
  ]);
}

function closure(start: readonly number[], onward: (no: number) => readonly number[]): ReadonlySet<number> {
  const seen = new Set(start);
  for (const no of seen) for (const to of onward(no)) seen.add(to);
  return seen;
}
