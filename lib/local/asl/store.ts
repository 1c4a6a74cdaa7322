import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openArchive } from './archive.ts';
import type { RootMachine } from './definition.ts';
import type { HistoryEvent } from './events.ts';
import type { BranchId, Entry, Execution, Position, Summary } from './execution.ts';
import { openJournal } from '../journal.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/**
 * The journal is compacted beyond this many bytes of entries, or beyond twice the size after the last compaction, if
 * that is more.
 */
const COMPACT_BYTES = 8 * 1024 * 1024;

export type Store = Awaited<ReturnType<typeof openStore>>;

/**
 * Running executions, in memory and in `<folder>/journal.jsonl`. Compaction moves ended ones to `<folder>/ended`, so
 * that neither memory nor the time of a restart grows with them.
 */
export async function openStore(folder: string, compactBytes = COMPACT_BYTES) {
  await mkdir(folder, { recursive: true });
  const { journal, entries } = await openJournal<Entry>(join(folder, 'journal.jsonl'));
  const archive = await openArchive(join(folder, 'ended'));
  const executions = new Map<string, Execution>();
  const definitions = new Map<string, RootMachine>();
  const tokens = new Map<string, { readonly execution: Execution; readonly branch: BranchId }>();
  let threshold = compactBytes;
  let compacting: Promise<void> | undefined;

  function apply(entry: Entry) {
    if (entry.is === 'definition') definitions.set(entry.id, entry.definition);
    else if (entry.is === 'execution') applyExecution(entry);
    else applyStep(entry);
  }

  function applyExecution({ definition: id, summary, branches, events }: Extract<Entry, { is: 'execution' }>) {
    const definition = definitions.get(id);
    if (!definition) throw new Error(`journal: ${summary.arn} has no definition`);
    const execution: Execution = { summary, definition, branches: new Map(), history: [...events] };
    executions.set(summary.arn, execution);
    for (const [branch, position] of Object.entries(branches)) place(execution, branch, position);
  }

  function applyStep({ arn, set = {}, drop = [], events = [], end }: Extract<Entry, { is: 'step' }>) {
    const execution = executions.get(arn);
    if (!execution) throw new Error(`journal: a step of the unknown ${arn}`);
    for (const branch of drop) forget(execution, branch);
    for (const [branch, position] of Object.entries(set)) place(execution, branch, position);
    const known = execution.history.at(-1)?.id ?? 0;
    execution.history.push(...events.filter(({ id }) => id > known));
    if (!end) return;
    for (const branch of [...execution.branches.keys()]) forget(execution, branch);
    execution.summary = { ...execution.summary, ...end };
  }

  function place(execution: Execution, branch: BranchId, position: Position) {
    forget(execution, branch);
    execution.branches.set(branch, position);
    const { token, outcome } = position;
    if (token !== undefined && outcome === undefined) tokens.set(token, { execution, branch });
  }

  function forget(execution: Execution, branch: BranchId) {
    const token = execution.branches.get(branch)?.token;
    if (token !== undefined) tokens.delete(token);
    execution.branches.delete(branch);
  }

  /** The current state as journal entries, for compaction. */
  function* snapshot(): Iterable<Entry> {
    const ids = new Map<RootMachine, string>();
    for (const [id, definition] of definitions) {
      ids.set(definition, id);
      yield { is: 'definition', id, definition };
    }
    for (const { summary, definition, branches, history } of executions.values()) {
      const id = ids.get(definition) ?? '';
      yield { is: 'execution', definition: id, summary, branches: Object.fromEntries(branches), events: history };
    }
  }

  async function compact() {
    await journal.durable();
    const ended = [...executions.values()].filter(({ summary }) => summary.status !== 'RUNNING');
    await archive.put(ended);
    for (const { summary } of ended) executions.delete(summary.arn);
    const used = new Set([...executions.values()].map(({ definition }) => definition));
    for (const [id, definition] of definitions) if (!used.has(definition)) definitions.delete(id);
    await journal.replace(snapshot);
    threshold = Math.max(compactBytes, 2 * journal.size());
    compacting = undefined;
  }

  function write(entry: Entry): Promise<void> {
    apply(entry);
    const durable = journal.append(entry);
    if (journal.size() > threshold) compacting ??= compact();
    return durable;
  }

  entries.forEach(apply);
  if (journal.size() > compactBytes) await compact();

  return {
    /** The running executions, and those that ended since the last compaction. */
    executions: executions as ReadonlyMap<string, Execution>,
    tokens: tokens as ReadonlyMap<string, { readonly execution: Execution; readonly branch: BranchId }>,

    /** Takes effect in memory at once; the promise resolves when it is on disk. */
    commit: write,

    /** Stores a definition under its hash, so that running executions keep the definition with which they began. */
    define(definition: RootMachine): string {
      const id = sha256(JSON.stringify(definition));
      if (!definitions.has(id)) write({ is: 'definition', id, definition }).catch(() => undefined);
      return id;
    },

    /** From now on nobody can answer with this token. Nothing is stored, because the branch is about to move. */
    revoke: (token: string) => tokens.delete(token),

    durable: () => journal.durable(),

    find: async (arn: string): Promise<Summary | undefined> =>
      executions.get(arn)?.summary ?? (await archive.find(arn)),

    history: async (arn: string): Promise<readonly HistoryEvent[] | undefined> =>
      executions.get(arn)?.history ?? (await archive.history(arn)),

    /** Of all executions, or only of the running ones, which needs no disk. */
    summaries: async function* (this: void, of: 'all' | 'running'): AsyncIterable<Summary> {
      const inMemory = [...executions.values()].map(({ summary }) => summary);
      yield* inMemory.filter(({ status }) => of === 'all' || status === 'RUNNING');
      if (of === 'running') return;
      const told = new Set(inMemory.map(({ arn }) => arn));
      for await (const summary of archive.list()) if (!told.has(summary.arn)) yield summary;
    },

    async close() {
      await compacting;
      await journal.close();
      await archive.close();
    },
  };
}
