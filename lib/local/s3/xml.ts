import type { AwsFailure } from '../aws/failure.ts';
import type { Answer } from '../aws/request.ts';
import type { Objects } from './objects.ts';

const escape = (text: string) => text.replace(/[<>&"']/g, (each) => `&#${each.charCodeAt(0)};`);
const element = (name: string, content: string | number | boolean) => `<${name}>${escape(String(content))}</${name}>`;
const xml = (status: number, body: string, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/xml', ...headers },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n${body}`,
});

export const xmlError = ({ code, message, status }: AwsFailure, headers: Readonly<Record<string, string>>) =>
  xml(status, `<Error>${element('Code', code)}${element('Message', message)}</Error>`, headers);

/** ListObjectVersions: the store keeps one version of each object, as if versions were off. */
export async function versions(bucket: string, query: URLSearchParams, objects: Objects): Promise<Answer> {
  const prefix = query.get('prefix') ?? '';
  const found = await objects.list(bucket, prefix, query.get('key-marker') ?? '', 1001);
  const page = found.slice(0, 1000);
  const shown = page.map(({ key, etag, size, modified }) =>
    [
      '<Version>',
      element('Key', key),
      element('VersionId', 'null'),
      element('IsLatest', true),
      element('LastModified', new Date(modified).toISOString()),
      element('ETag', etag),
      element('Size', size),
      '</Version>',
    ].join(''),
  );
  const more = found.length > page.length;
  const tail = more ? [element('NextKeyMarker', page.at(-1)?.key ?? ''), element('NextVersionIdMarker', 'null')] : [];
  const head = [element('Name', bucket), element('Prefix', prefix), element('IsTruncated', more)];
  return xml(200, `<ListVersionsResult>${[...head, ...tail, ...shown].join('')}</ListVersionsResult>`);
}

/** ListObjectsV2 without delimiter. */
export async function listing(bucket: string, query: URLSearchParams, objects: Objects): Promise<Answer> {
  const prefix = query.get('prefix') ?? '';
  const token = query.get('continuation-token');
  const after = token === null ? (query.get('start-after') ?? '') : Buffer.from(token, 'base64url').toString();
  const size = Math.min(Number(query.get('max-keys') ?? 1000), 1000);
  const found = await objects.list(bucket, prefix, after, size + 1);
  const page = found.slice(0, size);
  const more = found.length > page.length;
  const next = Buffer.from(page.at(-1)?.key ?? '').toString('base64url');
  const contents = page.map(({ key, etag, size, modified }) =>
    [
      '<Contents>',
      element('Key', key),
      element('LastModified', new Date(modified).toISOString()),
      element('ETag', etag),
      element('Size', size),
      '</Contents>',
    ].join(''),
  );
  const head = [element('Name', bucket), element('Prefix', prefix), element('KeyCount', page.length)];
  const tail = [element('IsTruncated', more), ...(more ? [element('NextContinuationToken', next)] : [])];
  return xml(200, `<ListBucketResult>${[...head, ...contents, ...tail].join('')}</ListBucketResult>`);
}
