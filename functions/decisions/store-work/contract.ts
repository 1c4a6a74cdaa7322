import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';
import { WorkView } from '../../../lib/adapters/http/views/line-view.ts';
import { Printable } from '../../../lib/domain/output/printable.ts';

export const contract = endpoint({
  route: 'POST /work/{id}/storage',
  tag: 'Work',
  again: 'same',
  summary: 'Put a result away that nobody has collected in time, and say where',
  description:
    '«Обеспечение сохранности документов, которые потребитель не получил в установленные сроки». The work stays in the list, rings no more, ' +
    'and is handed over as any other when somebody comes.',
  params: z.strictObject({ id: RequestId }),
  body: z.strictObject({ place: Printable.min(2).max(120).meta({ example: 'Сейф № 2, папка «июль»' }) }),
  answer: WorkView,
  success: 200,
  refusals: [
    'work/unknown',
    'work/own-request',
    'work/away',
    'work/claimed',
    'work/other-task',
    'work/not-overdue',
    'request/changed-meanwhile',
  ],
  examples: [{ summary: 'A result that may still be collected in time', body: { place: 'Сейф № 2' }, answers: 409 }],
});
