import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { accessRules } from '../../../lib/domain/access/rules.ts';
import { functions, type Area } from '../../../lib/stack/functions.ts';
import { readSources, type Sources } from '../../../lib/stack/sources.ts';
import { writeTree } from '../../write-tree.ts';
import { resolvedOf, synthesise, type Part } from './platform.ts';

process.env['CDK_VALIDATION'] = 'false';

/** Half of CloudFormation's 500 resources, and 60 % of its 1 MB. */
const RESOURCES = 250;
const KILOBYTES = 600;
/** Characters of all inline policies of a role together (IAM quotas), not counting blanks. */
const POLICY = 10_240;
const MORE = 36;

const root = join(import.meta.dirname, '../../..');
const today = await readSources(root, functions);

/** This many more functions and machines, spread over the areas like today's. */
function grown(): Sources {
  const routed = today.functions.filter(({ route }) => route !== undefined);
  const added = Array.from({ length: MORE }, (_, i) => {
    const like = routed[i % routed.length]!;
    return {
      ...like,
      verb: `added-${i}`,
      entry: `functions/${like.area}/added-${i}/handler.ts`,
      route: `GET /added/{id}/part-${i}`,
    };
  });
  const machines = Array.from({ length: MORE }, (_, i) => {
    const like = today.machines[i % today.machines.length]!;
    return {
      ...like,
      name: `added-${i}-${like.name}`.slice(0, 58),
      definition: `statemachines/asl/added/${i}.asl.json`,
    };
  });
  const sources = { functions: [...today.functions, ...added], machines: [...today.machines, ...machines] };
  const files = [
    ...sources.functions.map(({ entry }) => [entry, ''] as const),
    ...today.machines.map(({ definition }) => [definition, readFileSync(join(root, definition), 'utf8')] as const),
    ...machines.map(({ definition }, i) => {
      const like = today.machines[i % today.machines.length]!;
      return [definition, `${readFileSync(join(root, like.definition), 'utf8')}\n${' '.repeat(i)}`] as const;
    }),
  ];
  return { root: writeTree(Object.fromEntries(files)), ...sources };
}

const grownSources = grown();
const rules = Object.fromEntries(
  grownSources.functions.flatMap(({ route }) => (route ? [[route, ['applicant']]] : [])),
);

const measure = (parts: readonly Part[]) =>
  parts.map(({ name, template, bytes }) => ({
    name,
    resources: Object.keys(template.Resources).length,
    kilobytes: Math.ceil(bytes / 1000),
  }));

const longestPolicy = (parts: readonly Part[]) =>
  Math.max(
    ...resolvedOf(parts)
      .filter(({ type }) => type === 'AWS::IAM::Role')
      .map(({ properties: { Policies = [] } }) =>
        (Policies as { PolicyDocument: object }[]).reduce(
          (sum, { PolicyDocument }) => sum + JSON.stringify(PolicyDocument).length,
          0,
        ),
      ),
  );

const grownParts = synthesise(grownSources, { ...rules, ...accessRules });

describe.each([
  ['today', synthesise(today, accessRules)],
  [`with ${MORE} routes and ${MORE} machines more`, grownParts],
] as const)('%s', (_, parts) => {
  const longest = longestPolicy(parts);
  it.each(measure(parts))(
    `the stack $name has $resources of at most ${RESOURCES} resources and $kilobytes of at most ${KILOBYTES} kB`,
    ({ resources, kilobytes }) => {
      expect(resources).toBeLessThanOrEqual(RESOURCES);
      expect(kilobytes).toBeLessThanOrEqual(KILOBYTES);
    },
  );

  it(`the longest policy of a role has ${longest} of at most ${POLICY} characters`, () => {
    expect(longest).toBeLessThanOrEqual(POLICY);
  });
});

it('every area has room: an alarm adds up ten metrics, and a larger area has several', () => {
  const area: Area = 'cabinet';
  const count = grownSources.functions.filter((each) => each.area === area).length;
  expect(count).toBeGreaterThan(10);
  const [watch] = grownParts.filter(({ name }) => name === 'watch');
  const alarms = Object.keys(watch?.template.Resources ?? {}).filter((id) => /^Cabinet\d*Alarm/.test(id));
  // One metric of the area's answers in addition to one of each function.
  expect(alarms).toHaveLength(Math.ceil((count + 1) / 10));
});
