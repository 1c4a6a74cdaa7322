// Lists running executions of a stage (`npm run -s running -- --stage prod`), by machine. Exits 1 if there are any: ask
// before you delete machines or functions, or remove a regulation. Needs states:ListStateMachines and ListExecutions.
//
// `--needs` asks before a deployment: which running definitions call a function that this checkout does not have, or
// with a payload that it does not accept. Exits 1 if there are any. Needs states:DescribeStateMachineForExecution, too.
import { join } from 'node:path';
import {
  DescribeStateMachineForExecutionCommand,
  paginateListExecutions,
  paginateListStateMachines,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { missingFor } from '../lib/adapters/machine/missing-for.ts';
import { runningDefinitions } from '../lib/adapters/machine/running-definitions.ts';
import { countRunning } from '../lib/adapters/machine/running.ts';
import './end-with-pipe.ts';
import { misuse, readCommand } from './command.ts';
import { readInputs } from './row-inputs.ts';

const { values } = readCommand(
  `npm run -s running -- --stage prod [--needs]
Lists the running executions of a stage. Exits 1 if there are any.
--needs: which running definitions need a function or input that this checkout does not have.`,
  { options: { stage: { type: 'string', default: '' }, needs: { type: 'boolean', default: false } } },
);
if (!/^[a-z][a-z0-9]{1,11}$/.test(values.stage)) {
  misuse('--stage is one of lib/stack/stages.ts, for example prod');
}

const client = new SFNClient({});
const prefix = `e-akimat-${values.stage}-`;
const machines = () => paginateListStateMachines({ client }, {});
const running = (stateMachineArn: string) =>
  paginateListExecutions({ client }, { stateMachineArn, statusFilter: 'RUNNING' });

process.exitCode = (await (values.needs ? tellNeeds() : tellCounts())) > 0 ? 1 : 0;

async function tellCounts(): Promise<number> {
  const counted = await countRunning(prefix, { machines: machines(), running });
  for (const { name, running: some, oldest } of counted.filter((each) => each.running > 0))
    console.log(`${String(some).padStart(7)}  ${name}, the oldest since ${oldest?.toISOString()}`);
  const sum = counted.reduce((all, { running: some }) => all + some, 0);
  console.log(`${String(sum).padStart(7)}  running in ${counted.length} machines of ${values.stage}`);
  if (counted.length === 0) console.error(`there are no machines ${prefix}… in this account and region`);
  return sum;
}

async function tellNeeds(): Promise<number> {
  const inputs = await readInputs(join(import.meta.dirname, '..'));
  const describe = (executionArn: string) => client.send(new DescribeStateMachineForExecutionCommand({ executionArn }));
  let definitions = 0;
  let missing = 0;
  for await (const { stateMachines = [] } of machines())
    for (const { name = '', stateMachineArn = '' } of stateMachines.filter((each) => each.name?.startsWith(prefix)))
      for await (const { definition, execution } of runningDefinitions(running(stateMachineArn), describe)) {
        definitions += 1;
        for (const sentence of missingFor(definition, prefix, (verb) => inputs.get(verb))) {
          missing += 1;
          console.log(`${name} (as ${execution.split(':').at(-1)} runs it) ${sentence}`);
        }
      }
  console.log(`${definitions} definitions are running; ${missing} calls that this checkout cannot answer`);
  return missing;
}
