import type { Answer, Arrived } from '../aws/request.ts';
import type { BucketEntry, CorsRule } from '../template/estate.ts';

/** `*` in a rule matches anything. */
const fits = (pattern: string, value: string) =>
  new RegExp(`^${pattern.split('*').map(escape).join('.*')}$`, 'i').test(value);
const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const findRule = (bucket: BucketEntry | undefined, origin: string, method: string, asked: readonly string[]) =>
  bucket?.cors.find(
    ({ AllowedOrigins, AllowedMethods, AllowedHeaders }) =>
      AllowedOrigins.some((each) => fits(each, origin)) &&
      AllowedMethods.includes(method) &&
      asked.every((header) => AllowedHeaders.some((each) => fits(each, header))),
  );

const allow = (rule: CorsRule, origin: string): Record<string, string> => ({
  'access-control-allow-origin': rule.AllowedOrigins.includes('*') ? '*' : origin,
  'access-control-allow-methods': rule.AllowedMethods.join(', '),
  ...(rule.ExposedHeaders.length > 0 && { 'access-control-expose-headers': rule.ExposedHeaders.join(', ') }),
  vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
});

/** The answer to a browser's preflight (S3 user guide, "Using cross-origin resource sharing"). */
export function preflight(bucket: BucketEntry | undefined, { headers }: Arrived): Answer {
  const origin = headers['origin'] ?? '';
  const asked = (headers['access-control-request-headers'] ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
  const rule = findRule(bucket, origin, headers['access-control-request-method'] ?? '', asked);
  if (!rule) return { status: 403 };
  const allowed = asked.length > 0 ? { 'access-control-allow-headers': asked.join(', ') } : {};
  return {
    status: 200,
    headers: { ...allow(rule, origin), ...allowed, 'access-control-max-age': String(rule.MaxAge) },
  };
}

export function corsHeaders(bucket: BucketEntry, { method, headers }: Arrived): Record<string, string> {
  const origin = headers['origin'];
  const rule = origin === undefined ? undefined : findRule(bucket, origin, method, []);
  return rule && origin !== undefined ? allow(rule, origin) : {};
}
