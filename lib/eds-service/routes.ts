import * as z from 'zod';
import type { Expected } from '../eds/verify.ts';
import { refuse, type Answer } from './answer.ts';
import type { Checks } from './checks.ts';
import { notOffered } from './ncanode/not-offered.ts';
import * as requests from './ncanode/requests.ts';
import { certificateVerification, readCertificate, type Checked } from './ncanode/verify-certificates.ts';
import { cmsVerification, readCms } from './ncanode/verify-cms.ts';

export interface RouteNeeds {
  readonly checks: Checks;
  /** What signatures are for, unless a request says otherwise. */
  readonly purpose: NonNullable<Expected['purpose']>;
  /** Whether responders are configured: then lists that are too old need not make every answer indeterminate. */
  readonly asksResponders: boolean;
}

export interface Route {
  readonly method: 'GET' | 'POST';
  readonly answer: (body: unknown, needs: RouteNeeds) => Promise<Answer>;
}

/** Reads the body by its schema; the first field that is wrong is named. */
const withBody = <Body>(
  schema: z.ZodType<Body>,
  answer: (body: Body, needs: RouteNeeds) => Promise<Answer>,
): Route => ({
  method: 'POST',
  answer: async (body, needs) => {
    const read = schema.safeParse(body);
    if (read.success) return await answer(read.data, needs);
    const [issue] = read.error.issues;
    const field = issue?.path.join('.') ?? '';
    const message = issue?.message ?? 'unreadable';
    return refuse(400, 'input/field', field === '' ? message : `${field}: ${message}`, field === '' ? {} : { field });
  },
});

/** As `POST /eds/verifications` of the platform: the report is the whole answer. */
const verifications = withBody(
  z.strictObject({ cms: requests.Cms, content: requests.Octets.optional() }),
  async ({ cms, content }, { checks, purpose }) => {
    const { report } = await checks.signature({ cms, ...(content && { content }), expected: { purpose } });
    return { status: 200, body: report, verdict: report.verdict };
  },
);

const verifyCms = withBody(requests.cmsVerifyRequest, async (body, { checks, purpose }) => {
  const { cms, data, revocationCheck } = body;
  const expected = { purpose: body.purpose ?? purpose };
  const { report, certificates, answered } = await checks.signature({ cms, ...(data && { content: data }), expected });
  const signedData = readCms(cms);
  if (signedData === undefined) {
    const problem = report.checks[0]?.detail?.['problem'] ?? 'cms-malformed';
    const more = { verdict: report.verdict, report };
    const refused = refuse(400, 'cms/unreadable', `cms: ${problem}`, { field: 'cms', more });
    return { ...refused, verdict: report.verdict };
  }
  const answer = cmsVerification(signedData, report, certificates, { sources: revocationCheck, answered });
  return { status: 200, body: answer, verdict: report.verdict };
});

const extractCms = withBody(requests.cmsExtractRequest, async ({ cms }) => {
  const signedData = readCms(cms);
  if (signedData === undefined)
    return refuse(400, 'cms/unreadable', 'cms: this is no CMS SignedData', { field: 'cms' });
  const { content } = signedData;
  if (content === undefined)
    return refuse(400, 'cms/no-content', 'cms: the signature is detached and holds no content', { field: 'cms' });
  return { status: 200, body: { status: 200, message: 'OK', data: Buffer.from(content).toString('base64') } };
});

const certificatesInfo = withBody(requests.x509InfoRequest, async ({ certs, revocationCheck }, { checks }) => {
  const read = certs.map(readCertificate);
  const readable = read.filter((each) => each !== undefined);
  const { reports, answered } = await checks.certificates(readable.map((certificate) => ({ certificate })));
  const found = new Map(readable.map((certificate, place) => [certificate, reports[place]]));
  const checked = read.map((certificate): Checked => {
    const report = certificate && found.get(certificate);
    return certificate && report ? { certificate, report } : null;
  });
  const answer = certificateVerification(checked, { sources: revocationCheck, answered });
  return { status: 200, body: answer, verdict: answer.verdict };
});

const verifyBare = withBody(requests.x509VerifyRequest, async (body, { checks }) => {
  const { signature, data, revocationCheck: sources } = body;
  const certificate = readCertificate(body.certificate);
  const asked = certificate ? [{ certificate, signed: { content: Buffer.from(data), signature } }] : [];
  const { reports, answered } = await checks.certificates(asked);
  const [report] = reports;
  const checked = certificate && report ? { certificate, report } : null;
  const answer = certificateVerification([checked], { sources, answered });
  return { status: 200, body: answer, verdict: answer.verdict };
});

/** UP while verdicts can be given: the material reads, and a list is in time or responders are asked. */
const health: Route = {
  method: 'GET',
  answer: async (_body, { checks, asksResponders }) => {
    const lists = await checks.standing().catch(() => undefined);
    const up = lists !== undefined && (lists.current > 0 || asksResponders);
    return { status: up ? 200 : 503, body: { status: up ? 'UP' : 'DOWN', ...(lists && { lists }) } };
  },
};

/** Every call, by its path. */
export const routes: ReadonlyMap<string, Route> = new Map([
  ['/verifications', verifications],
  ['/cms/verify', verifyCms],
  ['/cms/extract', extractCms],
  ['/x509/info', certificatesInfo],
  ['/x509/verify', verifyBare],
  ['/actuator/health', health],
]);

/** For a path that no route has. */
export function refusePath(path: string): Answer {
  const other = notOffered.find((each) => path.startsWith(each.path));
  return other === undefined
    ? refuse(404, 'route/unknown', 'There is no such call')
    : refuse(501, 'route/not-offered', other.why);
}
