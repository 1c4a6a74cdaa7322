import { z } from 'zod';
import { endpoint } from '../../lib/adapters/http/contract.ts';
import { RequestId } from '../../lib/adapters/http/ids.ts';
import { EdsReportView } from '../../lib/adapters/trust/report-schema.ts';

export const contract = endpoint({
  route: 'GET /requests/{id}/signature-report',
  tag: 'EDS',
  summary: 'See what was checked of the signatures of a request',
  params: z.object({ id: RequestId }),
  answer: z.object({ submission: EdsReportView, output: EdsReportView.optional() }),
  success: 200,
  refusals: ['request/unknown'],
});
