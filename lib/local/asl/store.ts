import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RootMachine } from './definition.ts';
import type { HistoryEvent } from './events.ts';
import type { BranchId, Entry, Execution, Position } from './execution.ts';
import { openJournal } from '../journal.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Entries beyond this many bytes are worth a compaction; twice what the last one left, if that is more. */
const COMPACT_BYTES = 8 * 1024 * 1024;

export type Store = Awaited<ReturnType<typeof openStore>>;

/**
 * All executions, in memory and in `<folder>/journal.jsonl`. Histories of executions that ended lie in
 * `<folder>/history/`, so that memory and restarts do not grow with them.
 */
export async function openStore(folder: string, compactBytes = COMPACT_BYTES) {
  await mkdir(join(folder, 'history'), { recursive: true });
  const { journal, entries } = await openJournal<Entry>(join(folder, 'journal.jsonl'));
  const executions = new Map<string, Execution>();
  const definitions = new Map<string, RootMachine>();
  const tokens = new Map<string, { readonly execution: Execution; readonly branch: BranchId }>();
  const archivePath = (arn: string) => join(folder, 'history', `${sha256(arn)}.json`);
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
    const execution: Execution = { summary, definition, branches: new Map(), history: events && [...events] };
    executions.set(summary.arn, execution);
    for (const [branch, position] of Object.entries(branches)) place(execution, branch, position);
  }

  function applyStep({ arn, set = {}, drop = [], events = [], end }: Extract<Entry, { is: 'step' }>) {
    const execution = executions.get(arn);
    if (!execution) throw new Error(`journal: a step of the unknown ${arn}`);
    for (const branch of drop) forget(execution, branch);
    for (const [branch, position] of Object.entries(set)) place(execution, branch, position);
    const known = execution.history?.at(-1)?.id ?? 0;
    execution.history?.push(...events.filter(({ id }) => id > known));
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

  /** What the journal would have to say to end up here. */
  function* snapshot(): Iterable<Entry> {
    const ids = new Map<RootMachine, string>();
    for (const [id, definition] of definitions) {
      ids.set(definition, id);
      yield { is: 'definition', id, definition };
    }
    for (const { summary, definition, branches, history } of executions.values()) {
      const id = ids.get(definition) ?? '';
      const positions = Object.fromEntries(branches);
      yield { is: 'execution', definition: id, summary, branches: positions, ...(history && { events: history }) };
    }
  }

  async function archive(execution: Execution) {
    if (execution.history === undefined) return;
    const path = archivePath(execution.summary.arn);
    await writeFile(`${path}.new`, JSON.stringify(execution.history), { flush: true });
    await rename(`${path}.new`, path);
    execution.history = undefined;
  }

  async function compact() {
    await journal.durable();
    for (const execution of executions.values()) if (execution.summary.status !== 'RUNNING') await archive(execution);
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
    executions: executions as ReadonlyMap<string, Execution>,
    tokens: tokens as ReadonlyMap<string, { readonly execution: Execution; readonly branch: BranchId }>,

    /** Takes effect in memory at once; the promise resolves when it is on disk. */
    commit: write,

    /** Makes a definition known under its hash, so that running executions keep the one they began with. */
    define(definition: RootMachine): string {
      const id = sha256(JSON.stringify(definition));
      if (!definitions.has(id)) write({ is: 'definition', id, definition }).catch(() => undefined);
      return id;
    },

    /** From here on nobody can answer for this token; nothing to store, the branch is about to move. */
    revoke: (token: string) => tokens.delete(token),

    durable: () => journal.durable(),

    async history({ history, summary }: Execution): Promise<readonly HistoryEvent[]> {
      return history ?? (JSON.parse(await readFile(archivePath(summary.arn), 'utf8')) as HistoryEvent[]);
    },

    async close() {
      await compacting;
      await journal.close();
    },
  };
}
