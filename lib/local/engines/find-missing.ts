import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';

/** An engine that does not answer, and how to get it. */
export interface Missing {
  readonly engine: 'containers' | 'LocalStack' | 'SAM CLI';
  readonly because: string;
}

export interface Wanted {
  /** Where LocalStack's services answer on this machine. */
  readonly localstack: string;
  /** Whether to play the story, which needs SAM. */
  readonly sam: boolean;
}

/**
 * Names of all engines that are needed but missing. Functions run in containers of Docker, or of a program with
 * Docker's API.
 */
export async function findMissing({ localstack, sam }: Wanted, environment = process.env): Promise<readonly Missing[]> {
  const missing: Missing[] = [];
  const socket = dockerSocket(environment);
  if (!(await answers(socket)))
    missing.push({ engine: 'containers', because: `nothing answers at ${socket} (DOCKER_HOST chooses another)` });
  if ((await localStackVersion(localstack)) === undefined)
    missing.push({ engine: 'LocalStack', because: `nothing of its kind answers at ${localstack}` });
  if (sam && samVersion(environment) === undefined)
    missing.push({ engine: 'SAM CLI', because: '`sam --version` cannot be run: it is not on PATH' });
  return missing;
}

/** LocalStack's version, or undefined if something else or nothing answers. */
export async function localStackVersion(url: string): Promise<string | undefined> {
  try {
    const answer = await fetch(`${url}/_localstack/health`, { signal: AbortSignal.timeout(10_000) });
    return ((await answer.json()) as { version?: string }).version;
  } catch {
    return undefined;
  }
}

/** SAM's version as it prints it. */
export function samVersion(environment = process.env): string | undefined {
  const { status, stdout } = spawnSync('sam', ['--version'], { encoding: 'utf8', env: environment });
  return status === 0 ? stdout.trim().replace(/^.* /, '') : undefined;
}

const dockerSocket = ({ DOCKER_HOST }: NodeJS.ProcessEnv) => DOCKER_HOST ?? 'unix:///var/run/docker.sock';

function answers(address: string): Promise<boolean> {
  const { protocol, pathname, hostname, port } = new URL(address);
  if (protocol === 'unix:' && !existsSync(pathname)) return Promise.resolve(false);
  return new Promise((resolve) => {
    const socket = protocol === 'unix:' ? connect(pathname) : connect(Number(port), hostname);
    const end = (is: boolean) => {
      socket.destroy();
      resolve(is);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.setTimeout(5000, () => end(false));
  });
}
