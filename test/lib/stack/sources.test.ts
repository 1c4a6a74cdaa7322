import { describe, expect, it } from '@jest/globals';
import type { FunctionRow, FunctionTable } from '../../../lib/stack/functions.ts';
import { readSources } from '../../../lib/stack/sources.ts';
import { writeTree } from '../../write-tree.ts';
import { operationsOf, resourcesOf, synthesise } from './platform.ts';

// CloudFormation's opinion of an invented stack does not matter (and takes three seconds each time).
process.env['CDK_VALIDATION'] = 'false';

const row: FunctionRow = { memory: 256, timeout: 5, needs: [] };
const table = (verbs: readonly string[]) =>
  ({
    identity: { authorize: row },
    catalogue: { 'answer-unknown': row },
    steps: Object.fromEntries(verbs.map((verb) => [verb, row])),
  }) as unknown as FunctionTable;

const handler = 'export const handler = async () => undefined;\n';
const contract = (route: string) => `export const contract = { route: '${route}' };\n`;
const least = {
  'functions/identity/authorize/handler.ts': handler,
  'functions/catalogue/answer-unknown/handler.ts': handler,
};
const machine = (place: string) =>
  JSON.stringify({
    QueryLanguage: 'JSONata',
    StartAt: 'A',
    States: {
      A: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        Arguments: { FunctionName: `\${${place}}` },
        End: true,
      },
    },
  });

describe('a folder of functions/', () => {
  it('appears in the template with its route, as soon as it has a row and a rule', async () => {
    const root = writeTree({
      ...least,
      'functions/steps/greet-world/handler.ts': handler,
      'functions/steps/greet-world/contract.ts': contract('GET /worlds/{world}'),
    });
    const sources = await readSources(root, table(['greet-world']));
    const resources = resourcesOf(synthesise(sources, { 'GET /worlds/{world}': ['applicant'] }));
    const found = operationsOf(resources.body()).find(({ route }) => route === 'GET /worlds/{world}');
    expect(found?.operation).toMatchObject({
      security: [{ session: [] }],
      parameters: [{ name: 'world', in: 'path', required: true }],
    });
    const lambdas = resources
      .of('AWS::Lambda::Function')
      .map(([, { FunctionName }, metadata]) => [FunctionName, metadata]);
    expect(lambdas).toContainEqual([
      'e-akimat-prod-greet-world',
      { 'e-akimat:entry': 'functions/steps/greet-world/handler.ts' },
    ]);
  });

  it('without a row is refused by name, and so is a row without a folder', async () => {
    const root = writeTree({ ...least, 'functions/steps/greet-world/handler.ts': handler });
    await expect(readSources(root, table(['greet-moon']))).rejects.toThrow(
      'functions/steps/greet-world has no row in lib/stack/functions.ts\n' +
        'lib/stack/functions.ts has a row for greet-moon, but there is no functions/steps/greet-moon/handler.ts',
    );
  });

  it('with a contract that names no route is refused', async () => {
    const root = writeTree({ ...least, 'functions/identity/authorize/contract.ts': 'export const other = 1;\n' });
    await expect(readSources(root, table([]))).rejects.toThrow(
      'functions/identity/authorize/contract.ts exports no contract.route',
    );
  });

  it('whose route has no access rule is refused', async () => {
    const root = writeTree({ ...least, 'functions/identity/authorize/contract.ts': contract('GET /worlds') });
    const sources = await readSources(root, table([]));
    expect(() => synthesise(sources, {})).toThrow('GET /worlds has no rule in lib/domain/access/rules.ts');
  });
});

describe('a compiled machine', () => {
  const path = (name: string) => `statemachines/asl/some-region/${name}.portal.asl.json`;

  it('is deployed with the functions that it calls, without waiting for them', async () => {
    const root = writeTree({
      ...least,
      'functions/steps/greet-world/handler.ts': handler,
      'functions/steps/greet-world/contract.ts': contract('POST /worlds'),
      [path('1-greeting')]: machine('GreetWorld'),
    });
    const sources = await readSources(root, table(['greet-world']));
    const resources = resourcesOf(synthesise(sources, { 'POST /worlds': ['applicant'] }));
    expect(resources.of('AWS::StepFunctions::StateMachine')).toMatchObject([
      [
        expect.stringContaining('Machines'),
        {
          StateMachineName: 'e-akimat-prod-some-region-1-greeting-portal',
          StateMachineType: 'STANDARD',
          DefinitionSubstitutions: {
            GreetWorld: { 'Fn::Join': ['', expect.arrayContaining([':function:e-akimat-prod-greet-world'])] },
          },
        },
        { 'e-akimat:definition': path('1-greeting') },
      ],
    ]);
  });

  it('that calls a missing function is refused by name', async () => {
    const sources = await readSources(writeTree({ ...least, [path('1-greeting')]: machine('GreetMars') }), table([]));
    expect(() => synthesise(sources, {})).toThrow(
      `${path('1-greeting')} asks for \${GreetMars}, and no function has that name`,
    );
  });

  it('with a name that Step Functions would refuse is refused before', async () => {
    const long = `1-${'very-'.repeat(12)}long`;
    const sources = await readSources(writeTree({ ...least, [path(long)]: machine('Authorize') }), table([]));
    expect(() => synthesise(sources, {})).toThrow('is longer than the 80 characters');
  });
});
