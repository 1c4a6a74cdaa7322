// Lists what runs in the machines of a stage (`npm run -s running -- --stage prod`), by machine. Exits 1 when anything does: ask
// before machines or functions are deleted, or a regulation is taken away. Needs states:ListStateMachines and ListExecutions.
import { parseArgs } from 'node:util';
import { paginateListExecutions, paginateListStateMachines, SFNClient } from '@aws-sdk/client-sfn';
import { countRunning } from '../lib/adapters/machine/running.ts';
import './end-with-pipe.ts';

const { values } = parseArgs({ options: { stage: { type: 'string', default: '' } } });
if (!/^[a-z][a-z0-9]{1,11}$/.test(values.stage)) {
  console.error('--stage is one of lib/stack/stages.ts, for example prod');
  process.exit(64);
}

const client = new SFNClient({});
const counted = await countRunning(`e-akimat-${values.stage}-`, {
  machines: paginateListStateMachines({ client }, {}),
  running: (stateMachineArn) => paginateListExecutions({ client }, { stateMachineArn, statusFilter: 'RUNNING' }),
});
for (const { name, running, oldest } of counted.filter((each) => each.running > 0))
  console.log(`${String(running).padStart(7)}  ${name}, the oldest since ${oldest?.toISOString()}`);
const sum = counted.reduce((all, { running }) => all + running, 0);
console.log(`${String(sum).padStart(7)}  running in ${counted.length} machines of ${values.stage}`);
if (counted.length === 0) console.error(`there are no machines e-akimat-${values.stage}-… in this account and region`);
process.exitCode = sum > 0 ? 1 : 0;
