// Prints what a stage costs in a month without any use: npm run cost -- --idle [--stage prod]
import { join } from 'node:path';
import { accessRules } from '../lib/domain/access/rules.ts';
import { problems } from '../lib/domain/problem/codes.ts';
import { createApp } from '../lib/stack/app.ts';
import { functions } from '../lib/stack/functions.ts';
import { areaMetrics, idleCost, methodMetrics, prices, type Line } from '../lib/stack/idle-cost.ts';
import { readSources } from '../lib/stack/sources.ts';
import './end-with-pipe.ts';
import { misuse, readCommand } from './command.ts';

const { values } = readCommand(
  `npm run cost -- --idle [--stage prod]
Prints what a stage costs in a month without any use. The cost of a request: npm run -s catalogue -- --cost`,
  { options: { idle: { type: 'boolean' }, stage: { type: 'string', default: 'prod' } } },
);
if (!values.idle) {
  misuse('--idle is the only reckoning; what a request costs: npm run -s catalogue -- --cost');
}

// `npm run synth` checks the rules of CloudFormation and of cdk-nag.
process.env['CDK_VALIDATION'] = 'false';
const sources = await readSources(join(import.meta.dirname, '..'), functions);
const context = { 'aws:cdk:bundling-stacks': [], stage: values.stage };
const { stacks } = createApp({ sources, accessRules, problems, context }).synth();
const lines = idleCost(stacks.map(({ template }) => template as Parameters<typeof idleCost>[0][number]));

console.log(
  `Stage ${values.stage}, a month without a caller, list prices of ${prices.date} (eu-central-1), no free tiers:`,
);
for (const line of lines) say(line);
say({ what: 'together', count: lines.length, dollars: lines.reduce((sum, { dollars }) => sum + dollars, 0) });
console.log('Not in it: storage (table, buckets, logs), mail, and what comes with callers, as');
say(areaMetrics(Object.keys(functions).length));
say(methodMetrics(Object.keys(accessRules).length));

function say({ what, count, dollars }: Line) {
  console.log(`${dollars.toFixed(2).padStart(9)} $  ${what} (${count})`);
}
