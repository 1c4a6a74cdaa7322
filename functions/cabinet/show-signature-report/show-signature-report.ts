import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { Documents } from '../../../lib/adapters/s3/documents.ts';
import { viewTimestamp } from '../../../lib/adapters/http/views/timestamp-view.ts';
import { hideOthers } from '../../../lib/adapters/trust/hide-others.ts';
import type { Refusals } from '../../../lib/adapters/s3/refusals.ts';
import { mayRead } from '../../../lib/domain/request/ownership.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { findAllowed } from '../../../lib/domain/request/access.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import type { Offer } from '../../../lib/domain/request/offer.ts';
import { deliveredOf, isSubmitted, type Request } from '../../../lib/domain/request/request.ts';
import { refusedOf } from '../../../lib/domain/request/submission/submission.ts';
import type { EdsReport } from '../../../lib/eds/report.ts';
import { reportSchema } from '../../../lib/eds/report-schema.ts';
import { describeReport } from '../../../lib/eds/report-text.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Pick<Requests, 'find'>;
  readonly documents: Pick<Documents, 'read'>;
  readonly refused: Pick<Refusals, 'read'>;
}

export async function showSignatureReport(
  { params, language }: Asked<typeof contract>,
  caller: Caller,
  { requests, documents, refused: refusals }: Needs,
): Promise<Answered | Refusal> {
  const request = await findAllowed(requests, params.id, caller, mayRead);
  if (isRefusal(request)) return request;
  const parse = (bytes: Uint8Array): EdsReport =>
    hideOthers(reportSchema.parse(JSON.parse(Buffer.from(bytes).toString())), request.applicant.iin);
  const read = async (key: string) => parse(await documents.read(key));
  const kept = await Promise.all(
    refusedOf(request).map(async ({ at, reportKey }) => {
      const bytes = await refusals.read(reportKey);
      const report = bytes && parse(bytes);
      return report && { at, report, text: describeReport(report, language) };
    }),
  );
  const refused = kept.flatMap((each) => each ?? []);
  if (!isSubmitted(request)) return refused.length > 0 ? { body: { refused } } : refuse('request/unknown');
  const signatures = deliveredOf(request).flatMap(({ signature }) => signature ?? []);
  const submission = await read(request.submission.reportKey);
  const { secondCheck } = request.submission;
  const confirmation = secondCheck && (await read(secondCheck.reportKey));
  const [output, ...earlier] = await Promise.all(signatures.map(({ reportKey }) => read(reportKey)));
  const answers = await Promise.all(
    answersTo(request).map(async ({ id, state, answer }) => {
      const report = await read(answer.reportKey);
      return { offer: id, answer: state, report, text: describeReport(report, language) };
    }),
  );
  const text = {
    submission: describeReport(submission, language),
    ...(confirmation && { confirmation: describeReport(confirmation, language) }),
    ...(output && { output: describeReport(output, language) }),
  };
  const [ofSubmission, ofOutput] = [viewTimestamp(request.submission), viewTimestamp(signatures[0])];
  const timestamps = {
    ...(ofSubmission.timestamp && { submission: ofSubmission.timestamp }),
    ...(ofOutput.timestamp && { output: ofOutput.timestamp }),
  };
  const more = {
    ...(Object.keys(timestamps).length > 0 && { timestamps }),
    ...(refused.length > 0 && { refused }),
    ...(earlier.length > 0 && { earlier }),
    ...(answers.length > 0 && { answers }),
  };
  return { body: { submission, ...(confirmation && { confirmation }), ...(output && { output }), ...more, text } };
}

type AnsweredOffer = Extract<Offer, { answer: unknown }>;

const answersTo = (request: Request): AnsweredOffer[] =>
  'queue' in request ? (request.queue?.offers ?? []).filter((offer): offer is AnsweredOffer => 'answer' in offer) : [];
