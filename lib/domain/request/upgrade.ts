import first from '../../../statemachines/versions/first.json' with { type: 'json' };

/** The schema that is written today. If you change the shape, add a step below, and its test. */
export const SCHEMA = 3;

type Stored = Readonly<Record<string, unknown>>;

/** Each step leads from the schema of its index to the next; items without a number have schema 1. */
const steps: Readonly<Record<number, (request: Stored) => Stored>> = {
  /** Requests did not name their regulation's version; it was the first version of the service. */
  1: (request) => ({
    ...request,
    regulationVersion: (first as Readonly<Record<string, string>>)[String(request['service'])],
  }),
  /** Queues had no counters: whoever stands in one joins it with the next change. */
  2: (request) => (isRegistered(request) ? { ...request, uncounted: true } : request),
};

const isRegistered = ({ state, decision }: Stored) =>
  state === 'queued' || (state === 'decided' && (decision as Stored | undefined)?.['interim'] === true);

/**
 * A stored request of any earlier schema, in today's shape. An item of a newer release is refused: writing it back would
 * lose what this release does not know.
 */
export function upgradeRequest(schema: unknown, request: unknown): unknown {
  const from = schema ?? 1;
  if (!Number.isInteger(from) || !(Number(from) >= 1 && Number(from) <= SCHEMA))
    throw new Error(`a request of schema ${String(from)}; this release reads 1 to ${SCHEMA}`);
  let upgraded = request as Stored;
  for (let at = Number(from); at < SCHEMA; at += 1) upgraded = steps[at]?.(upgraded) ?? upgraded;
  return upgraded;
}
