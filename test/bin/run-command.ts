import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { credentials } from '../lib/adapters/identity/memory-table.ts';

const root = join(import.meta.dirname, '../..');

interface Given {
  readonly args?: readonly string[];
  /** Of the AWS services; a command that needs none gets none. */
  readonly endpoint?: string;
  readonly keys?: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** What is typed. */
  readonly lines?: readonly string[];
  /** Flags of Node. */
  readonly flags?: readonly string[];
}

/** A command of `bin` as people run it: what it prints, what it complains of, how it ends. Does not wait: its table may be in this process. */
export async function runCommand(name: string, given: Given = {}) {
  const { args = [], endpoint, keys = credentials, lines = [], flags = [] } = given;
  const tool = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...flags, `bin/${name}.ts`, ...args], {
    cwd: root,
    env: {
      ...{
        PATH: process.env['PATH'],
        NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
        AWS_REGION: 'eu-central-1',
      },
      ...(endpoint !== undefined && { AWS_ENDPOINT_URL: endpoint }),
      ...{ AWS_ACCESS_KEY_ID: keys.accessKeyId, AWS_SECRET_ACCESS_KEY: keys.secretAccessKey },
    },
  });
  const ended = new Promise<number>((resolve) => tool.once('exit', (code) => resolve(code ?? -1)));
  // It may have ended before it reads.
  tool.stdin.on('error', () => undefined).end(lines.map((line) => `${line}\n`).join(''));
  const [out, complaint, code] = await Promise.all([text(tool.stdout), text(tool.stderr), ended]);
  return { code, out, complaint };
}
