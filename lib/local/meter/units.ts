import type { TableEntry } from '../template/estate.ts';
import { itemSize, type Item } from './item-size.ts';

/** Octets that one request unit reads and writes. */
const [READ, WRITE] = [4096, 1024];

/** Units of reading so many octets; a read that may lag behind costs half. */
export const readUnits = (octets: number, isConsistent: boolean): number =>
  Math.max(1, Math.ceil(octets / READ)) * (isConsistent ? 1 : 0.5);

const writeUnits = (octets: number): number => Math.max(1, Math.ceil(octets / WRITE));

/** Units of a table's own write: by the larger of what was there and what is there now. */
export const tableUnits = (before: Item | undefined, after: Item | undefined): number =>
  writeUnits(Math.max(before ? itemSize(before) : 0, after ? itemSize(after) : 0));

type Index = NonNullable<TableEntry['GlobalSecondaryIndexes']>[number];

/**
 * Units that a write costs in an index («Provisioned throughput considerations for global secondary indexes»): nothing if its row stays
 * as it is, one write if the row comes, goes or changes, two if it moves to another key.
 */
export function indexUnits(
  index: Index,
  keys: readonly string[],
  before: Item | undefined,
  after: Item | undefined,
): number {
  const own = index.KeySchema.map(({ AttributeName }) => AttributeName);
  const row = (item: Item | undefined) =>
    item && own.every((name) => name in item) ? project(item, index, [...keys, ...own]) : undefined;
  const [was, is] = [row(before), row(after)];
  if (!was || !is) return (was ?? is) ? writeUnits(itemSize((was ?? is)!)) : 0;
  if (own.some((name) => JSON.stringify(was[name]) !== JSON.stringify(is[name])))
    return writeUnits(itemSize(was)) + writeUnits(itemSize(is));
  return JSON.stringify(was) === JSON.stringify(is) ? 0 : writeUnits(Math.max(itemSize(was), itemSize(is)));
}

/** The part of an item that an index holds, its attributes in one order. */
function project(item: Item, { Projection }: Index, keys: readonly string[]): Item {
  const { ProjectionType: type, NonKeyAttributes: more = [] } = Projection as {
    ProjectionType?: string;
    NonKeyAttributes?: readonly string[];
  };
  const held = type === 'ALL' ? Object.keys(item) : [...keys, ...(type === 'INCLUDE' ? more : [])];
  return Object.fromEntries(
    [...new Set(held)].toSorted().flatMap((name) => (item[name] ? [[name, item[name]] as const] : [])),
  );
}
