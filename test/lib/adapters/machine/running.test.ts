import { describe, expect, it } from '@jest/globals';
import { countRunning } from '../../../../lib/adapters/machine/running.ts';

async function* pages<T>(...all: T[]) {
  for (const each of all) yield await Promise.resolve(each);
}
const machine = (name: string) => ({
  name,
  stateMachineArn: `arn:${name}`,
  type: 'STANDARD' as const,
  creationDate: new Date(0),
});
const execution = (startDate: string) => ({
  executionArn: 'arn',
  stateMachineArn: 'arn',
  name: 'request',
  status: 'RUNNING' as const,
  startDate: new Date(startDate),
});

describe('the running executions of a stage', () => {
  it('are counted over all pages, and only in machines of the stage', async () => {
    const counted = await countRunning('e-akimat-prod-', {
      machines: pages(
        { stateMachines: [machine('e-akimat-prod-a'), machine('e-akimat-test-a')] },
        { stateMachines: [machine('e-akimat-prod-b')] },
      ),
      running: (arn) =>
        arn === 'arn:e-akimat-prod-a'
          ? pages(
              { executions: [execution('2026-03-02T00:00:00Z'), execution('2026-03-01T00:00:00Z')] },
              { executions: [execution('2026-03-03T00:00:00Z')] },
            )
          : pages({ executions: [] }),
    });
    expect(counted).toEqual([
      { name: 'e-akimat-prod-a', running: 3, oldest: new Date('2026-03-01T00:00:00Z') },
      { name: 'e-akimat-prod-b', running: 0 },
    ]);
  });
});
