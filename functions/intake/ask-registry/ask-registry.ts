import * as z from 'zod';
import type { Gateways } from '../../../lib/adapters/gateways/gateways.ts';
import { rowInput } from '../../../lib/adapters/machine/serve-row.ts';
import { registries } from '../../../lib/domain/regulation/words.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { askInRow } from '../../../lib/domain/request/rows/perform-row.ts';
import type { Request } from '../../../lib/domain/request/request.ts';

export const input = rowInput(z.object({ registry: z.array(z.enum(registries)).min(1) }));

interface Needs {
  readonly requests: Requests;
  readonly gateways: Pick<Gateways, 'isKnown'>;
  readonly now: Date;
}

/** «Направление запроса через ШЭП в ГБД ФЛ …»: `found` if one of the registers knows the person, else `absent`. */
export const askRegistry = (task: z.output<typeof input>, { gateways, ...needs }: Needs) =>
  askInRow(needs, task, {
    code: 'registry-asked',
    ask: async (request) => {
      const registries = task.with.registry.filter((registry) => concerns(registry, request));
      const known = await Promise.all(registries.map((each) => gateways.isKnown(each, request.applicant.iin)));
      return known.some(Boolean) ? 'found' : 'absent';
    },
  });

/** ЕНИС holds powers of attorney: it is asked only if somebody acts by one. */
const concerns = (registry: string, { form }: Request) => registry !== 'enis' || Boolean(form['powerOfAttorney']);
