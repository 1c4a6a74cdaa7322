import { appendFileSync, writeFileSync } from 'node:fs';

/** What AWS would charge for one call; `npm run cost` adds them up. Kinds and counts only, nothing that a person sent. */
export type Metered =
  | {
      readonly is: 'table';
      /** The function that called; absent for the platform itself. */
      readonly by: string | undefined;
      readonly action: string;
      readonly table: string;
      /** The kind of item: the first word of its sort key. */
      readonly item: string;
      /** Request units (AWS: read and write request units of on-demand tables). */
      readonly read: number;
      /** Whether the read saw every write before it, and cost twice. */
      readonly isConsistent: boolean;
      readonly write: number;
      /** Of `write`, by index. */
      readonly indexes: Readonly<Record<string, number>>;
      /** Octets by which what is stored grew. */
      readonly grown: number;
    }
  | {
      readonly is: 'object';
      readonly by: string | undefined;
      readonly action: string;
      readonly kind: string;
      readonly octets: number;
    }
  | { readonly is: 'run'; readonly name: string; readonly via: Via; readonly ms: number; readonly megabytes: number }
  | { readonly is: 'machine'; readonly states: readonly string[]; readonly octets: number }
  | { readonly is: 'key'; readonly by: string | undefined; readonly action: string }
  | { readonly is: 'mail' };

/** Who called a function. */
export type Via = 'route' | 'authorizer' | 'machine' | 'schedule';

export type Meter = (line: Metered) => void;

/** A line of JSON for each call, in the order of their ends. */
export function openMeter(file: string): Meter {
  writeFileSync(file, '');
  return (line) => appendFileSync(file, `${JSON.stringify(line)}\n`);
}
