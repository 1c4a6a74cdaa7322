import * as z from 'zod';
import type { Gateways, Subject } from '../../../lib/adapters/gateways/gateways.ts';
import { rowInput } from '../../../lib/adapters/machine/serve-row.ts';
import { RegistryQuestions } from '../../../lib/domain/regulation/procedure.ts';
import type { Subject as About } from '../../../lib/domain/regulation/words.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { representativeOf } from '../../../lib/domain/regulation/representative.ts';
import type { Request } from '../../../lib/domain/request/request.ts';
import { askInRow, performRow } from '../../../lib/domain/request/rows/perform-row.ts';
import { endSilence, noteSilence } from '../../../lib/domain/request/rows/silence.ts';

export const input = rowInput(z.object({ registry: RegistryQuestions }));

interface Needs {
  readonly requests: Requests;
  readonly gateways: Pick<Gateways, 'isKnown'>;
  readonly now: Date;
}

/**
 * «Направление запроса через ШЭП в ГБД ФЛ …»: asks each register about its own subject. `found` if all that the row needs
 * know theirs, else `absent`, and the history says what which register did not know. A register that does not answer may
 * leave the question open: then it throws, the machine repeats the row, and the applicant is told after an hour.
 */
export const askRegistry = (task: z.output<typeof input>, { gateways, ...needs }: Needs) =>
  askInRow(needs, task, {
    code: 'registry-asked',
    ask: async (request) => {
      const { need, of } = task.with.registry;
      const asked = of.flatMap(({ register, about }) => {
        const subject = subjects[about](request);
        return subject ? [{ register, about, subject }] : [];
      });
      const answers = await Promise.allSettled(asked.map((each) => gateways.isKnown(each.register, each.subject)));
      const said = (known: boolean) => answers.some((each) => each.status === 'fulfilled' && each.value === known);
      // One register may settle it, whatever the silent ones would say.
      const isSettled = said(need === 'any');
      const silent = answers.find((each) => each.status === 'rejected');
      if (silent && !isSettled) {
        await performRow(needs, task, noteSilence('registry-silent'));
        throw silent.reason;
      }
      if (isSettled === (need === 'any')) return { answer: 'found' };
      const missing = asked.filter((_, index) => isAbsent(answers[index]));
      return {
        answer: 'absent',
        facts: { missing: missing.map(({ register, about }) => `${register}:${about}`).join(' ') },
      };
    },
    follow: endSilence('registry-silent'),
  });

const isAbsent = (answer: PromiseSettledResult<boolean> | undefined) => answer?.status === 'fulfilled' && !answer.value;

/** What a register is asked about. Undefined where the applicant acts alone, or for themselves. */
const subjects: Readonly<Record<About, (request: Request) => Subject | undefined>> = {
  applicant: ({ applicant: { iin } }) => ({ iin }),
  organisation: ({ organisation }) => organisation && { bin: organisation.bin },
  representative: (request) => {
    const representative = representativeOf(request);
    return representative && { iin: representative.iin };
  },
  power: (request) => {
    const representative = representativeOf(request);
    if (!representative) return undefined;
    const { number, issuedOn, until } = representative.power;
    return { number, issuedOn, until, principal: request.applicant.iin, representative: representative.iin };
  },
};
