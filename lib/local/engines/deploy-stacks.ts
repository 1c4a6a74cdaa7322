import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Deployment {
  /** The CDK assembly, or a command that makes one. */
  readonly app: string;
  /** `stack:name` → value. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Where the stacks' outputs and the CDK's messages are written. */
  readonly outputs: string;
  readonly log: string;
}

/** Output values by stack and name, as `cdk deploy --outputs-file` writes them. */
export type Outputs = Readonly<Record<string, Readonly<Record<string, string>>>>;

const root = join(import.meta.dirname, '../../..');
const cdk = join(root, 'node_modules/aws-cdk/bin/cdk');

/**
 * Bootstraps the account and deploys all stacks with the CDK's own command, which finds LocalStack by AWS_ENDPOINT_URL.
 * @throws Error naming the file that says why
 */
export function deployStacks({ app, parameters, outputs, log }: Deployment, region: string): Outputs {
  run(['bootstrap', `aws://${LOCAL_ACCOUNT}/${region}`], log);
  const given = Object.entries(parameters).flatMap(([name, value]) => ['--parameters', `${name}=${value}`]);
  run(['deploy', '--all', '--app', app, '--require-approval', 'never', '--outputs-file', outputs, ...given], log);
  return JSON.parse(readFileSync(outputs, 'utf8')) as Outputs;
}

/** LocalStack's default account. */
export const LOCAL_ACCOUNT = '000000000000';

function run(words: readonly string[], log: string): void {
  const file = openSync(log, 'a');
  const { status } = spawnSync(process.execPath, [cdk, ...words, '--ci', '--no-color'], {
    cwd: root,
    stdio: ['ignore', file, file],
  });
  closeSync(file);
  if (status !== 0) throw new Error(`cdk ${words[0]} failed: ${log} says why`);
}
