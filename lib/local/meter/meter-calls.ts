import type { Answer, Arrived } from '../aws/request.ts';
import type { HistoryEvent } from '../asl/events.ts';
import type { Lambda } from '../lambda/load-functions.ts';
import type { Meter, Via } from './meter.ts';

/** Calls of KMS, SES and S3. Tables and machines are metered where their work is done. */
export const meterRequest =
  (meter: Meter) =>
  ({ method, path, query, headers, body }: Arrived, answer: Answer, by?: string): void => {
    const [service = '', operation = ''] = (headers['x-amz-target'] ?? '').split('.');
    if (service === 'TrentService') return meter({ is: 'key', by, action: operation });
    if (service !== '' || path.startsWith('/2015-03-31/')) return;
    if (path.startsWith('/v2/email/')) return meter({ is: 'mail' });
    const [bucket = '', ...key] = path.slice(1).split('/');
    const action = method === 'GET' && (key.join('') === '' || query.has('list-type')) ? 'LIST' : method;
    const octets = method === 'PUT' ? body.length : Buffer.byteLength(answer.body ?? '');
    // What has no name of its own is named by an id: a scan, or a document by its number.
    const [, name = ''] = /^([a-z-]+\.[a-z0-9]+)$/.exec(key.at(-1) ?? '') ?? [];
    meter({ is: 'object', by, action, kind: [bucket, name].join('/'), octets });
  };

/** Runs of functions, with who called them as their events show it. */
export const meterLambdas = (lambdas: ReadonlyMap<string, Lambda>, meter: Meter): ReadonlyMap<string, Lambda> =>
  new Map([...lambdas].map(([name, lambda]) => [name, metered(lambda, meter)]));

const metered = (lambda: Lambda, meter: Meter): Lambda => ({
  entry: lambda.entry,
  async invoke(event) {
    const from = performance.now();
    try {
      return await lambda.invoke(event);
    } finally {
      const ms = Math.ceil(performance.now() - from);
      const { name, memory: megabytes } = lambda.entry;
      meter({ is: 'run', name, via: viaOf(event), ms, megabytes });
    }
  },
});

function viaOf(event: unknown): Via {
  const asked = event as Readonly<Record<string, unknown>> | null;
  if (asked?.['methodArn'] !== undefined) return 'authorizer';
  if (asked?.['httpMethod'] !== undefined) return 'route';
  return asked?.['row'] === undefined ? 'schedule' : 'machine';
}

/** What a machine enters, and the octets of its history, which goes to the log. */
export const meterMachine =
  (meter: Meter) =>
  (events: readonly HistoryEvent[]): void => {
    const states = events.flatMap(({ type, stateEnteredEventDetails: entered }) =>
      type.endsWith('StateEntered') ? [String(entered?.['name'])] : [],
    );
    if (events.length > 0) meter({ is: 'machine', states, octets: JSON.stringify(events).length });
  };
