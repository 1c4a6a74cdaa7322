import { afterAll, beforeEach, expect, it, jest } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFunctions } from '../../../../lib/local/lambda/start-functions.ts';

const root = mkdtempSync(join(tmpdir(), 'start-functions-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const complaint = jest.spyOn(console, 'error');
beforeEach(() => {
  complaint.mockReset().mockReturnValue();
});

/** What a function that computes answers whose module is this. */
async function callOf(name: string, module: string) {
  writeFileSync(join(root, `${name}.mjs`), module);
  const entry = {
    name,
    arn: `arn:${name}`,
    roleArn: '',
    entry: `${name}.mjs`,
    timeout: 3,
    memory: 1024,
    environment: {},
  };
  const { lambdas, end } = await startFunctions(
    {
      ...{ root, functions: [entry], basics: {}, awsUrl: 'http://127.0.0.1:1', later: 0, compileCache: undefined },
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    },
    () => Promise.reject(new Error('nobody calls AWS')),
  );
  try {
    return await lambdas.get(entry.arn)!.invoke({ given: 1 });
  } finally {
    await end();
  }
}

it('answers from its thread', async () => {
  expect(await callOf('well', 'export const handler = async (event) => ({ ...event, more: 2 });')).toEqual({
    payload: { given: 1, more: 2 },
  });
  expect(complaint).not.toHaveBeenCalled();
});

it.each([
  ['throws', "throw new Error('not today');", 'not today'],
  ['ends the thread', 'process.exit(0);', 'the thread of functions ended before it served'],
])('fails a call, and says why, where a module %s while it is loaded', async (does, module, reason) => {
  const invoked = await callOf(does.replaceAll(' ', '-'), module);
  expect(invoked).toEqual({
    error: { errorType: 'Runtime.ImportModuleError', errorMessage: expect.stringContaining(reason), trace: [] },
  });
  expect(complaint).toHaveBeenCalledTimes(1);
});
