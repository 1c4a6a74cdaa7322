// Runs the platform on engines that others wrote (`npm run engines -- --help`, docs/local-aws.md).
import { existsSync, mkdirSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { findMissing } from '../lib/local/engines/find-missing.ts';
import { compareMachines } from '../lib/local/engines/machines/compare-machines.ts';
import { playStory } from '../lib/local/engines/play-story.ts';
import { readCommand } from './command.ts';

const HELP = `npm run engines -- [--machines] [options]

Plays the story to an issued certificate through \`sam local start-api\` in front of LocalStack, from today's templates.
It needs both, and containers (docs/local-aws.md, "SAM and LocalStack"); if something is missing, it names it and exits 3.

  --machines             compare the state machines on LocalStack's interpreter and on ours instead; needs no SAM
    --seeds 3,4          a seed decides outcomes, failures and late answers
    --only REGEX         only machines whose names match
    --term 10            seconds after which a waiting row escalates; more if LocalStack loads functions slowly
    --calm               no failing calls and tasks: LocalStack 4.14 gives a task's token once for each state, not for each attempt
  --localstack URL       where LocalStack answers (http://127.0.0.1:4566)
  --host ADDRESS         where containers find this machine (172.17.0.1, Docker's bridge on Linux)
  --port 3900            the port for SAM
  --data FOLDER          demo people, outputs and logs (.local/engines)`;

const { values } = readCommand(HELP, {
  options: {
    machines: { type: 'boolean', default: false },
    seeds: { type: 'string', default: '3,4' },
    only: { type: 'string', default: '' },
    term: { type: 'string', default: '10' },
    calm: { type: 'boolean', default: false },
    localstack: { type: 'string', default: 'http://127.0.0.1:4566' },
    host: { type: 'string', default: '172.17.0.1' },
    port: { type: 'string', default: '3900' },
    data: { type: 'string', default: resolve(import.meta.dirname, '../.local/engines') },
  },
});
const missing = await findMissing({ localstack: values.localstack, sam: !values.machines });
for (const { engine, because } of missing) console.error(`${engine}: ${because}`);
if (missing.length > 0) {
  console.error('docs/local-aws.md, "SAM and LocalStack", says how to install them.');
  process.exit(3);
}

const folder = resolve(values.data);
if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 });
// LocalStack accepts any key; the CDK, the demo and SAM all read it from here.
Object.assign(process.env, {
  AWS_ENDPOINT_URL: values.localstack,
  AWS_ENDPOINT_URL_S3: values.localstack,
  AWS_REGION: 'eu-central-1',
  AWS_DEFAULT_REGION: 'eu-central-1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
});

const began = Date.now();
const say = (line: string) => console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${line}`);
const common = { folder, localstack: new URL(values.localstack), host: values.host, say };
try {
  if (values.machines) {
    const seeds = values.seeds.split(',').map(Number);
    const different = await compareMachines({
      ...common,
      seeds,
      only: new RegExp(values.only),
      isCalm: values.calm,
      term: Number(values.term),
    });
    process.exitCode = different > 0 ? 1 : 0;
  } else await playStory({ ...common, port: Number(values.port) });
} catch (error) {
  console.error(`${(error as Error).message}\nLogs are in ${relative(process.cwd(), folder)}.`);
  process.exit(1);
}
