import type { Answered, Asked } from '../../lib/adapters/http/serve.ts';
import type { Documents } from '../../lib/adapters/s3/documents.ts';
import { mayRead } from '../../lib/domain/access/ownership.ts';
import type { Caller } from '../../lib/domain/access/roles.ts';
import { isRefusal, refuse, type Refusal } from '../../lib/domain/problem/problem.ts';
import { findAllowed } from '../../lib/domain/request/access.ts';
import type { Requests } from '../../lib/domain/request/change.ts';
import { isDecided, isSubmitted } from '../../lib/domain/request/request.ts';
import type { EdsReport } from '../../lib/eds/report.ts';
import { reportSchema } from '../../lib/eds/report-schema.ts';
import { describeReport } from '../../lib/eds/report-text.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Pick<Requests, 'find'>;
  readonly documents: Pick<Documents, 'read'>;
}

export async function showSignatureReport(
  { params, language }: Asked<typeof contract>,
  caller: Caller,
  { requests, documents }: Needs,
): Promise<Answered | Refusal> {
  const request = await findAllowed(requests, params.id, caller, mayRead);
  if (isRefusal(request)) return request;
  if (!isSubmitted(request)) return refuse('request/unknown');
  const read = async (key: string): Promise<EdsReport> =>
    reportSchema.parse(JSON.parse(Buffer.from(await documents.read(key)).toString()));
  const delivered = isDecided(request) && request.output?.deliveredAt ? request.output.signature : undefined;
  const submission = await read(request.submission.reportKey);
  const output = delivered && (await read(delivered.reportKey));
  const text = {
    submission: describeReport(submission, language),
    ...(output && { output: describeReport(output, language) }),
  };
  return { body: { submission, ...(output && { output }), text } };
}
