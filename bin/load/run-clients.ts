import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Times } from './time-calls.ts';

export interface Load {
  readonly url: string;
  readonly demoDir: string;
  /** Unique among the runs on one platform. */
  readonly name: string;
  /** Stories at once, in all clients together; the same of readers, and their calls a second. */
  readonly stories: number;
  readonly readers: number;
  readonly rate: number;
  readonly seconds: number;
}

export interface Measured {
  readonly stories: number;
  readonly failed: number;
  readonly calls: Times;
}

/** Processes beside the platform. */
const CLIENTS = 2;

/** Runs the clients until their time is over. @throws Error if one of them ends otherwise */
export async function runClients({ url, demoDir, name, ...load }: Load): Promise<Measured> {
  const share = (total: number, client: number) => Math.floor(total / CLIENTS) + (client < total % CLIENTS ? 1 : 0);
  const all = await Promise.all(
    Array.from({ length: CLIENTS }, (_, client) =>
      runClient({
        ...{ url, demo: demoDir, name: `${name}-${client}`, seconds: load.seconds, rate: load.rate / CLIENTS },
        ...{ stories: share(load.stories, client), readers: share(load.readers, client) },
      }),
    ),
  );
  const calls: Record<string, number[]> = {};
  for (const one of all) for (const [route, times] of Object.entries(one.calls)) (calls[route] ??= []).push(...times);
  return {
    stories: all.reduce((sum, one) => sum + one.stories, 0),
    failed: all.reduce((sum, one) => sum + one.failed, 0),
    calls,
  };
}

async function runClient(flags: Readonly<Record<string, string | number>>): Promise<Measured> {
  const args = Object.entries(flags).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'client.ts'), ...args],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let said = '';
  child.stdout.on('data', (text: Buffer) => (said += text.toString()));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`a client ended with ${String(code)}`);
  return JSON.parse(said) as Measured;
}
