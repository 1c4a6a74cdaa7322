import type { Node } from 'constructs';

/**
 * Resources that a former stack left behind, or that were restored from a backup: the stack refers to them by name
 * instead of making new ones.
 */
export interface Attached {
  /** ARN of the key that encrypts the attached resources; without it nothing could be read. */
  readonly dataKey: string;
  readonly table?: string;
  readonly journal?: string;
  readonly buckets?: Readonly<Partial<Record<'attachments' | 'documents' | 'trust', string>>>;
  /** ARNs; the first one signs. If they are missing, everybody has to sign in again. */
  readonly tokenKeys?: readonly string[];
  /** ARNs; the first one signs. If they are missing, the gateway's operator needs the new key (docs/gateway). */
  readonly gatewayKeys?: readonly string[];
}

/** Everything in which one deployment differs from another. */
export interface StageData {
  /** Table, buckets and keys outlive their stack, and the table cannot be deleted. */
  readonly keepsData: boolean;
  /** CloudFormation refuses to delete the stacks: deleting machines would end their running requests. */
  readonly isProtected: boolean;
  /** Days for which nobody can delete an issued document by mistake (object lock, governance). */
  readonly documentLockDays: number;
  /** Days for which logs are kept; one of the values that CloudWatch accepts. */
  readonly logDays: 30 | 90 | 180 | 365 | 731;
  /** Whether operators are notified of alarms. */
  readonly alarms: boolean;
  /**
   * Where docs/runbook.md can be read: the base address for the link in each alarm's text, such as the repository's
   * page.
   */
  readonly runbook: string;
  /**
   * Whether functions get their reserved concurrency (lib/stack/concurrency.ts); a trial would take it from others in
   * the account.
   */
  readonly reservesConcurrency: boolean;
  /**
   * Whether an employee's session must begin by EDS before it touches requests; sign-in by password stays for the cabinet.
   * Where it must, the parameter StaffSignIn cannot say otherwise.
   */
  readonly staffSignIn: 'eds' | 'either';
  readonly firewall: {
    /** What AWS's rule groups do on a match. Count first, look at the samples, then block. */
    readonly mode: 'count' | 'block';
    /**
     * Requests in five minutes from one address; more are always refused. All operators of a centre share one address.
     */
    readonly perAddress: number;
    /** Requests in a minute from one address to the routes of a group (address-limits.ts). AWS's minimum is 10. */
    readonly perMinute: { readonly identity: number; readonly checks: number };
    /** Whether WAF keeps some matched requests for three hours, without body, query and tokens. */
    readonly samples: boolean;
  };
  readonly attached?: Attached;
  /** LocalStack gives the API this id, so that its address is known in advance. */
  readonly apiId?: string;
  /** Everything runs on one machine, which people reach without TLS. */
  readonly isOneMachine?: true;
}

const trial = {
  keepsData: false,
  isProtected: false,
  documentLockDays: 1,
  logDays: 30,
  alarms: true,
  runbook: 'docs/runbook.md',
  reservesConcurrency: false,
  staffSignIn: 'either',
  firewall: { mode: 'block', perAddress: 6000, perMinute: { identity: 120, checks: 240 }, samples: true },
} as const satisfies StageData;

/** The stages by name. Several can be in one account; `-c stage=prod` chooses one. */
export const stages: Readonly<Record<string, StageData>> = {
  prod: {
    keepsData: true,
    isProtected: true,
    // The decrees name no retention time; this project chose five years. A few named people may lift the lock, for a
    // court or the law on personal data.
    documentLockDays: 5 * 365,
    logDays: 365,
    alarms: true,
    runbook: 'docs/runbook.md',
    reservesConcurrency: true,
    staffSignIn: 'eds',
    firewall: { mode: 'count', perAddress: 6000, perMinute: { identity: 120, checks: 240 }, samples: true },
  },
  test: trial,
  /** The stage that `npm start`, SAM and LocalStack run. */
  local: { ...trial, apiId: 'eakimat', isOneMachine: true },
};

/** A stage, with the names and the processor that were asked for. */
export interface Stage extends StageData {
  readonly name: string;
  /** All names of the stage begin with it, and no other stage's prefix begins with it. */
  readonly prefix: string;
  readonly architecture: keyof typeof architectures;
}

/** Lambda's names for processors. */
const architectures = { arm64: true, x86_64: true } as const;

/** The default, so that a forgotten `-c stage` never reaches production. */
const DEFAULT_STAGE = 'test';

/** No hyphen: `e-akimat-test-*` must not include a stage `test-2`. */
const NAME = /^[a-z][a-z0-9]{1,11}$/;

/** Reads `-c stage=…` and `-c arch=…`. @throws Error naming the choices */
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

/** All names of a stage begin with it. */
export const prefixOf = (stage: string) => `e-akimat-${stage}`;

const isArchitecture = (name: string): name is Stage['architecture'] => Object.hasOwn(architectures, name);
