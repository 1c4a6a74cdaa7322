import { expect, it } from '@jest/globals';
import { askRegistry, input } from '../../../../functions/intake/ask-registry/ask-registry.ts';
import type { Registry } from '../../../../lib/domain/regulation/words.ts';
import { after, draft, submitted } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { rowTask } from '../../asked.ts';

const { id, applicant } = draft();
async function ask(registry: readonly string[], known: readonly Registry[], requests = memoryRequests(submitted())) {
  const questions: string[] = [];
  const isKnown = async (each: Registry, iin: string) => (questions.push(`${each} ${iin}`), known.includes(each));
  const task = input.parse(rowTask('02-shep-ask-registry', { registry }));
  return { questions, ...(await askRegistry(task, { requests, gateways: { isKnown }, now: after(2) })) };
}

it('a person in one of the registers is found', async () => {
  const questions = [`gbd-fl ${applicant.iin}`];
  expect(await ask(['gbd-fl'], ['gbd-fl'])).toEqual({ outcome: 'found', questions });
  expect(await ask(['gbd-fl'], [])).toEqual({ outcome: 'absent', questions });
});

it('powers of attorney are looked up only if somebody acts by one', async () => {
  const { questions } = await ask(['gbd-fl', 'enis'], []);
  expect(questions).toEqual([`gbd-fl ${applicant.iin}`]);
  const acting = memoryRequests({ ...submitted(), form: { powerOfAttorney: '12-345' } });
  expect((await ask(['gbd-fl', 'enis'], ['enis'], acting)).outcome).toBe('found');
});

it('a second call gives the recorded answer, whatever the register says now', async () => {
  const requests = memoryRequests(submitted());
  await ask(['gbd-fl'], ['gbd-fl'], requests);
  const once = await requests.find(id);
  expect(await ask(['gbd-fl'], [], requests)).toEqual({ outcome: 'found', questions: [] });
  expect(await requests.find(id)).toEqual(once);
});

it('a silent register is no answer: the row will be repeated', async () => {
  const requests = memoryRequests(submitted());
  const task = input.parse(rowTask('02-shep-ask-registry', { registry: ['gbd-fl'] }));
  const isKnown = () => Promise.reject(new Error('no answer'));
  await expect(askRegistry(task, { requests, gateways: { isKnown }, now: after(2) })).rejects.toThrow('no answer');
  expect(await requests.find(id)).toEqual(submitted());
});
