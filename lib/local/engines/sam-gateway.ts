import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';

export interface SamOptions {
  readonly template: string;
  readonly port: number;
  readonly parameters: Readonly<Record<string, string>>;
  /** Folder for the logs of SAM and the functions. */
  readonly log: string;
  /** Milliseconds until the first answer; SAM may have to build its image first. */
  readonly patience: number;
}

/**
 * Starts `sam local start-api`, which runs each function in its own container, and waits until it answers.
 * @throws Error naming the log if it ends or does not answer
 */
export async function startSam({ template, port, parameters, log, patience }: SamOptions) {
  const file = openSync(log, 'a');
  const given = Object.entries(parameters).map(([name, value]) => `ParameterKey=${name},ParameterValue=${value}`);
  const words = ['--template', template, '--port', String(port), '--parameter-overrides', ...given];
  // Numeric IPv4 addresses: "localhost" may mean IPv6, on which no container listens.
  const addresses = ['--container-host', '127.0.0.1', '--container-host-interface', '127.0.0.1'];
  // SAM prefers its own environment to the template, and there the endpoint is this machine's, not the containers'.
  const surroundings = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_ENDPOINT_URL')),
  );
  const sam = spawn('sam', ['local', 'start-api', '--warm-containers', 'LAZY', ...addresses, ...words], {
    stdio: ['ignore', file, file],
    env: { ...surroundings, SAM_CLI_TELEMETRY: '0' },
  });
  closeSync(file);
  const ended = once(sam, 'exit');
  const stop = async () => {
    sam.kill('SIGINT');
    await ended;
  };
  const url = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + patience;
  while (!(await serves(url))) {
    if (sam.exitCode !== null || Date.now() >= deadline) {
      await stop();
      throw new Error(`SAM did not answer at ${url}: ${log} says why`);
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return { url, stop };
}

/** Whether the function of a public route answers. */
const serves = (url: string): Promise<boolean> =>
  fetch(`${url}/services`).then(
    ({ ok }) => ok,
    () => false,
  );
