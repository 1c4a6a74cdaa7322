import type { Node } from 'constructs';

/** What a former stack left behind, or what was restored from a backup: the stack uses it by name instead of making it. */
export interface Attached {
  /** ARN of the key that encrypts what is attached; without it nothing could be read. */
  readonly dataKey: string;
  readonly table?: string;
  readonly buckets?: Readonly<Partial<Record<'attachments' | 'documents' | 'trust', string>>>;
  /** ARNs; the first signs. Without them everybody has to sign in again. */
  readonly tokenKeys?: readonly string[];
}

/** Everything in which one deployment differs from another. */
export interface StageData {
  /** Table, buckets and keys outlive their stack, and the table refuses to be deleted. */
  readonly keepsData: boolean;
  /** CloudFormation refuses to delete the stacks: running requests end with their machines. */
  readonly isProtected: boolean;
  /** Days for which nobody can delete an issued document by mistake (object lock, governance). */
  readonly documentLockDays: number;
  /** Days for which logs are kept; one of the terms that CloudWatch knows. */
  readonly logDays: 30 | 90 | 180 | 365 | 731;
  /** Whether operators are told. */
  readonly alarms: boolean;
  /** Where they read docs/runbook.md: an address for each alarm's text, such as that of the repository's page. */
  readonly runbook: string;
  /** Whether functions keep the room of lib/stack/concurrency.ts; a trial would take it from the account's others. */
  readonly reservesConcurrency: boolean;
  readonly firewall: {
    /** What AWS's rule groups do with a match. Count first, look at the samples, then block. */
    readonly mode: 'count' | 'block';
    /** Requests in five minutes from one address; more are always refused. A centre's operators share one address. */
    readonly perAddress: number;
    /** Requests in a minute from one address to the routes of a group (address-limits.ts). At least 10, as AWS has it. */
    readonly perMinute: { readonly identity: number; readonly checks: number };
    /** Keep some matched requests for three hours, without body, query and tokens. */
    readonly samples: boolean;
  };
  readonly attached?: Attached;
  /** LocalStack makes an API with this id, so that its address is known beforehand. */
  readonly apiId?: string;
}

const trial = {
  keepsData: false,
  isProtected: false,
  documentLockDays: 1,
  logDays: 30,
  alarms: true,
  runbook: 'docs/runbook.md',
  reservesConcurrency: false,
  firewall: { mode: 'block', perAddress: 6000, perMinute: { identity: 120, checks: 240 }, samples: true },
} as const satisfies StageData;

/** The stages by name. Several may stand in one account; `-c stage=prod` chooses one. */
export const stages: Readonly<Record<string, StageData>> = {
  prod: {
    keepsData: true,
    isProtected: true,
    // The decrees name no term. Five years; a named few may lift the lock, for a court or the law on personal data.
    documentLockDays: 5 * 365,
    logDays: 365,
    alarms: true,
    runbook: 'docs/runbook.md',
    reservesConcurrency: true,
    firewall: { mode: 'count', perAddress: 6000, perMinute: { identity: 120, checks: 240 }, samples: true },
  },
  test: trial,
  /** What `npm start`, SAM and LocalStack run. */
  local: { ...trial, apiId: 'eakimat' },
};

/** A stage with the names and the processor that the app was asked for. */
export interface Stage extends StageData {
  readonly name: string;
  /** Begins every name of the stage, and ends where no other stage's can go on. */
  readonly prefix: string;
  readonly architecture: keyof typeof architectures;
}

/** Lambda's names for processors. */
const architectures = { arm64: true, x86_64: true } as const;

/** The default, so that a forgotten `-c stage` never reaches production. */
const DEFAULT_STAGE = 'test';

/** No hyphen: `e-akimat-test-*` must not include a stage `test-2`. */
const NAME = /^[a-z][a-z0-9]{1,11}$/;

/** Reads `-c stage=…` and `-c arch=…`. @throws Error naming what there is to choose from */
export function chooseStage(node: Node, table: Readonly<Record<string, StageData>> = stages): Stage {
  const name = String(node.tryGetContext('stage') ?? DEFAULT_STAGE);
  const architecture = String(node.tryGetContext('arch') ?? 'arm64');
  const data = Object.hasOwn(table, name) ? table[name] : undefined;
  if (!data) throw new Error(`-c stage=${name}: lib/stack/stages.ts knows ${Object.keys(table).join(', ')}`);
  if (!NAME.test(name)) throw new Error(`lib/stack/stages.ts: "${name}" is not 2 to 12 small letters and digits`);
  if (!isArchitecture(architecture))
    throw new Error(`-c arch=${architecture}: Lambda knows ${Object.keys(architectures).join(', ')}`);
  return { ...data, name, prefix: prefixOf(name), architecture };
}

/** Begins every name of a stage. */
export const prefixOf = (stage: string) => `e-akimat-${stage}`;

const isArchitecture = (name: string): name is Stage['architecture'] => Object.hasOwn(architectures, name);
