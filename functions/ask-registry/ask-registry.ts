import * as z from 'zod';
import type { Gateways } from '../../lib/adapters/gateways/gateways.ts';
import { rowInput } from '../../lib/adapters/machine/serve-row.ts';
import { registries } from '../../lib/domain/regulation/words.ts';
import type { Requests } from '../../lib/domain/request/change.ts';
import { performRow } from '../../lib/domain/request/perform-row.ts';
import type { Request } from '../../lib/domain/request/request.ts';
import { answerOf, recordAnswer } from '../../lib/domain/request/rows.ts';

export const input = rowInput(z.object({ registry: z.array(z.enum(registries)).min(1) }));

interface Needs {
  readonly requests: Requests;
  readonly gateways: Pick<Gateways, 'isKnown'>;
  readonly now: Date;
}

/** «Направление запроса через ШЭП в ГБД ФЛ …»: `found` if one of the registers knows the person, else `absent`. */
export async function askRegistry(
  task: z.output<typeof input>,
  { requests, gateways, now }: Needs,
): Promise<{ outcome: string }> {
  const request = await requests.find(task.requestId);
  if (!request) throw new Error(`there is no request ${task.requestId}`);
  const known = await Promise.all(
    task.with.registry
      .filter((registry) => concerns(registry, request))
      .map((registry) => gateways.isKnown(registry, request.applicant.iin)),
  );
  const found = known.some(Boolean) ? 'found' : 'absent';
  const asked = await performRow({ requests, now }, task, (current, performed) =>
    recordAnswer(current, performed, 'registry-asked', found),
  );
  return { outcome: answerOf(asked, { row: task.row.state, at: now }, 'registry-asked') ?? found };
}

/** ЕНИС keeps powers of attorney: it is asked only where somebody acts by one. */
const concerns = (registry: string, { form }: Request) => registry !== 'enis' || Boolean(form['powerOfAttorney']);
