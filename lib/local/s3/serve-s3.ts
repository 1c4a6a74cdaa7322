import { createHash } from 'node:crypto';
import { AwsFailure } from '../aws/failure.ts';
import type { Answer, Arrived } from '../aws/request.ts';
import type { BucketEntry } from '../template/estate.ts';
import { readPayload } from './body.ts';
import { corsHeaders, preflight } from './cors.ts';
import { listing, versions, xmlError } from './xml.ts';
import type { ObjectFacts, Objects } from './objects.ts';

interface Asked {
  readonly request: Arrived;
  readonly bucket: BucketEntry;
  readonly key: string;
}

/** Headers of an upload that belong to the object. */
const KEPT = /^(content-(type|disposition|encoding|language)|cache-control|x-amz-meta-.+)$/;

/** S3 in path style: put, get (with ranges), head, delete, list, and CORS for browsers. */
export function serveS3(objects: Objects, buckets: readonly BucketEntry[], now: () => number) {
  const byName = new Map(buckets.map((bucket) => [bucket.name, bucket]));

  return async (request: Arrived, refusal: AwsFailure | undefined): Promise<Answer> => {
    const [, name = '', rawKey = ''] = /^\/([^/]*)\/?(.*)$/s.exec(request.path) ?? [];
    const bucket = byName.get(name);
    try {
      if (request.method === 'OPTIONS') return preflight(bucket, request);
      if (refusal) throw new AwsFailure(SIGNATURE[refusal.message] ?? 'AccessDenied', refusal.message, 403);
      if (!bucket) throw new AwsFailure('NoSuchBucket', name, 404);
      const answer = await perform({ request, bucket, key: decodeURIComponent(rawKey) });
      return { ...answer, headers: { ...answer.headers, ...corsHeaders(bucket, request) } };
    } catch (error) {
      if (!(error instanceof AwsFailure)) throw error;
      return xmlError(error, bucket ? corsHeaders(bucket, request) : {});
    }
  };

  async function perform(asked: Asked): Promise<Answer> {
    const { request, bucket, key } = asked;
    if (key === '') {
      if (request.method === 'GET')
        return (request.query.has('versions') ? versions : listing)(bucket.name, request.query, objects);
      if (request.method === 'HEAD') return { status: 200 };
    } else if (request.method === 'PUT') return put(asked);
    else if (request.method === 'GET' || request.method === 'HEAD') return get(asked);
    else if (request.method === 'DELETE') {
      await objects.remove(bucket.name, key);
      return { status: 204 };
    }
    throw new AwsFailure('NotImplemented', `${request.method} is not offered here`, 501);
  }

  async function put({ request, bucket, key }: Asked): Promise<Answer> {
    if (request.headers['x-amz-copy-source']) throw new AwsFailure('NotImplemented', 'copying', 501);
    const { bytes, checksums } = readPayload(request);
    const etag = `"${createHash('md5').update(bytes).digest('hex')}"`;
    const kept = Object.entries(request.headers).filter(([name, value]) => KEPT.test(name) && value !== 'aws-chunked');
    const headers = { ...Object.fromEntries(kept), ...checksums };
    const { 'if-none-match': none, 'if-match': match } = request.headers;
    const isLet = (present: ObjectFacts | undefined) =>
      !(none === '*' && present) && (match === undefined || match === present?.etag);
    if (!(await objects.put({ bucket: bucket.name, key, etag, modified: now(), headers }, bytes, isLet)))
      throw new AwsFailure('PreconditionFailed', 'The object is there already, or another.', 412);
    return { status: 200, headers: { etag, ...checksums } };
  }

  async function get({ request, bucket, key }: Asked): Promise<Answer> {
    const facts = await objects.find(bucket.name, key);
    if (!facts) throw new AwsFailure('NoSuchKey', 'The specified key does not exist.', 404);
    if (request.headers['if-none-match'] === facts.etag) return { status: 304, headers: { etag: facts.etag } };
    const headers = { ...describe(facts), ...overrides(request.query) };
    const range = readRange(request.headers['range'], facts.size);
    const [first, last] = range ?? [0, facts.size - 1];
    const told = {
      ...headers,
      'content-length': String(last - first + 1),
      ...(range ? { 'content-range': `bytes ${first}-${last}/${facts.size}` } : checksumsFor(request, facts)),
    };
    if (request.method === 'HEAD') return { status: range ? 206 : 200, headers: told };
    return range
      ? { status: 206, headers: told, body: await objects.readRange(facts, first, last) }
      : { status: 200, headers: told, body: await objects.read(facts) };
  }
}

const isChecksum = ([name]: readonly [string, string]) => name.startsWith('x-amz-checksum-');

/** Checksums are of the whole object, and are returned on request (S3 API, `x-amz-checksum-mode`). */
function checksumsFor({ headers: asked }: Arrived, { headers }: ObjectFacts): Record<string, string> {
  const kept = Object.entries(headers).filter(isChecksum);
  if (asked['x-amz-checksum-mode']?.toUpperCase() !== 'ENABLED' || kept.length === 0) return {};
  return { ...Object.fromEntries(kept), 'x-amz-checksum-type': 'FULL_OBJECT' };
}

/** S3's name for a wrong signature. */
const SIGNATURE: Readonly<Record<string, string>> = {
  'signature: mismatch': 'SignatureDoesNotMatch',
  'signature: unknown-key': 'InvalidAccessKeyId',
};

const describe = ({ headers, etag, modified }: ObjectFacts) => ({
  'content-type': 'application/octet-stream',
  ...Object.fromEntries(Object.entries(headers).filter((each) => !isChecksum(each))),
  etag,
  'last-modified': new Date(modified).toUTCString(),
  'accept-ranges': 'bytes',
});

/** `response-content-disposition` and the like, signed into a presigned address, override what was stored. */
const overrides = (query: URLSearchParams) =>
  Object.fromEntries(
    [...query].flatMap(([name, value]) => {
      const [, header] = /^response-(content-\w+|cache-control|expires)$/.exec(name) ?? [];
      return header === undefined ? [] : [[header, value]];
    }),
  ) as Record<string, string>;

function readRange(header: string | undefined, size: number): readonly [number, number] | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (start > end) throw new AwsFailure('InvalidRange', header ?? '', 416);
  return [start, end];
}
