import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { missingFor } from '../../../../lib/adapters/machine/missing-for.ts';
import { readInputs } from '../../../../bin/row-inputs.ts';
import { pascalCase } from '../../../../lib/stack/names.ts';

const root = join(import.meta.dirname, '../../../..');
const inputs = await readInputs(root);
const files = globSync('statemachines/asl/*/*.json', { cwd: root });
const arn = (verb: string) => `arn:aws:lambda:eu-central-1:000000000000:function:e-akimat-prod-${verb}`;

/** As Step Functions describes an execution: with the functions' addresses filled in. */
const deployed = (file: string) =>
  [...inputs.keys()].reduce(
    (text, verb) => text.replaceAll(`\${${pascalCase(verb)}}`, arn(verb)),
    readFileSync(join(root, file), 'utf8'),
  );
const judge = (definition: string, without = '') =>
  missingFor(definition, 'e-akimat-prod-', (verb) => (verb === without ? undefined : inputs.get(verb)));

const portal = deployed('statemachines/asl/south-kazakhstan/149-unemployed-certificate.portal.asl.json');

describe('what a running definition needs', () => {
  it.each(files)("is complete for today's %s", (file) => {
    expect(judge(deployed(file))).toEqual([]);
  });

  it('names a removed function, once however many states call it', () => {
    expect(judge(portal, 'show-status')).toEqual(['calls show-status, which is not a function any more']);
  });

  it("names a function that no longer accepts the definition's payload", () => {
    const former = portal.replaceAll('"view": "con"', '"view": "courier"');
    expect(former).not.toBe(portal);
    expect(judge(former)).toEqual([expect.stringMatching(/^gives \S+ what it does not take: with\.view: /)]);
  });

  it('names a function that requires more than the definition gives', () => {
    const former = portal.replaceAll(/"status": "\w+"/g, '"stand": 1');
    expect(judge(former)).toEqual([expect.stringMatching(/^gives show-status what it does not take: with\.status: /)]);
  });

  it('is found in states within states, too', () => {
    const call = { FunctionName: arn('print-paper'), Payload: {} };
    const nested = { States: { all: { Branches: [{ States: { one: { Arguments: call } } }] } } };
    expect(judge(JSON.stringify(nested))).toEqual(['calls print-paper, which is not a function any more']);
  });
});
