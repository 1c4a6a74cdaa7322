// Prints the regulations as JSON. `--check` validates them and stops at the first defect; `--cost` prints what the
// machines cost. `--root` names another checkout than this one.
import { catalogueOf } from '../lib/domain/regulation/catalogue.ts';
import { describeDefect } from '../lib/domain/regulation/defect.ts';
import { compileChannel } from '../statemachines/compile.ts';
import { costOf } from '../statemachines/cost.ts';
import { readRegulations } from '../statemachines/read.ts';
import './end-with-pipe.ts';
import { readCommand } from './command.ts';

const { values } = readCommand(
  `npm run -s catalogue -- [--check | --cost] [--root DIR]
Prints the regulations as JSON. --check stops at the first defect, --cost says what each machine costs, --root is another checkout.`,
  {
    options: { check: { type: 'boolean' }, cost: { type: 'boolean' }, root: { type: 'string' } },
  },
);
const { regulations, defects } = readRegulations(values.root);
const [first] = defects;
if (first) {
  console.error(describeDefect(first));
  process.exit(1);
}

const machines = regulations.flatMap(({ regulation }) =>
  regulation.channels.map((channel) => ({
    name: `${regulation.machine}-${channel.channel}`,
    rows: channel.actions.length,
    ...costOf(compileChannel(regulation, channel)),
  })),
);

if (values.cost) console.table(machines);
else if (values.check) console.log(`${regulations.length} regulations, ${machines.length} channels: no defect`);
else
  process.stdout.write(
    `${JSON.stringify(
      regulations.map(({ regulation }) => catalogueOf(regulation)),
      null,
      2,
    )}\n`,
  );
