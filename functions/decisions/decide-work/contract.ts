import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { FilledForm } from '../../../lib/adapters/http/form.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';
import { Printable } from '../../../lib/domain/output/printable.ts';
import { completionRefusals } from '../../../lib/domain/request/work/change-work.ts';
import { RequestView } from '../../../lib/adapters/http/views/request-view.ts';

export const contract = endpoint({
  route: 'POST /work/{id}/decision',
  tag: 'Work',
  again: 'told',
  summary: '«Исполнение запроса. Принятие решения»: approve with the fields of the document, or refuse with a reason',
  params: z.object({ id: RequestId }),
  body: z
    .discriminatedUnion('outcome', [
      z
        .strictObject({
          outcome: z.literal('approved'),
          interim: z.literal(true).optional().meta({
            description: 'By the interim document of a service with a queue: the request waits there for a place',
          }),
          fields: FilledForm,
        })
        .meta({ id: 'Approval' }),
      z
        .strictObject({
          outcome: z.literal('refused'),
          ground: Printable.max(1000).meta({
            description:
              'Where the regulation lists its grounds (`refusal` of the service), one of them, word for word',
          }),
          text: Printable.min(10).max(4000).meta({ description: 'The reason, as the applicant will read it' }),
        })
        .meta({ id: 'Refusal' }),
    ])
    .meta({ id: 'Decision' }),
  answer: RequestView,
  success: 200,
  refusals: [...completionRefusals, 'work/no-interim', 'form/invalid', 'service/unknown'],
  examples: [
    {
      summary: 'Approve with the fields of the certificate',
      body: {
        outcome: 'approved',
        fields: {
          registeredOn: '2026-09-01',
          publicWorks: 'no',
          training: 'yes',
          assistance: 'no',
          purpose: 'по месту требования',
        },
      },
      answers: 200,
    },
    {
      summary: 'Refuse with a ground and a text for the applicant',
      body: {
        outcome: 'refused',
        ground: 'Заявитель не зарегистрирован в качестве безработного',
        text: 'По данным уполномоченного органа регистрации в качестве безработного нет.',
      },
      answers: 200,
    },
    {
      summary: 'An approval that leaves the certificate empty',
      body: { outcome: 'approved', fields: {} },
      answers: 422,
    },
  ],
});
