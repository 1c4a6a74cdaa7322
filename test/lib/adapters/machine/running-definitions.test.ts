import { expect, it } from '@jest/globals';
import { runningDefinitions, type RunningDefinition } from '../../../../lib/adapters/machine/running-definitions.ts';

const at = (time: string) => new Date(`2026-03-01T${time}Z`);

async function* pages(...all: string[][]) {
  for (const times of all)
    yield await Promise.resolve({
      executions: times.map((time) => ({
        ...{ executionArn: time, stateMachineArn: 'arn', name: time, status: 'RUNNING' as const },
        startDate: at(time),
      })),
    });
}

it('each running definition is described once, and executions that began within a minute of an update one by one', async () => {
  const asked: string[] = [];
  const describe = (arn: string) => {
    asked.push(arn);
    // Changed at noon; an execution that began at 12:00:20 still has the former definition.
    const isNew = at(arn) > at('12:00:20');
    return Promise.resolve({ definition: isNew ? 'new' : 'old', updateDate: at(isNew ? '12:00:00' : '08:00:00') });
  };
  const listed = pages(['15:00:00', '14:00:00', '13:00:00'], ['12:00:30', '12:00:20'], ['11:00:00', '09:00:00']);
  const found: RunningDefinition[] = [];
  for await (const each of runningDefinitions(listed, describe)) found.push(each);
  expect(found).toEqual([
    { definition: 'new', execution: '15:00:00' },
    { definition: 'old', execution: '12:00:20' },
  ]);
  expect(asked).toEqual(['15:00:00', '12:00:30', '12:00:20']);
});
