import first from '../../../statemachines/versions/first.json' with { type: 'json' };

/** What is written today. A change of the shape that older items do not have is one more step below, and its test. */
export const SCHEMA = 2;

type Stored = Readonly<Record<string, unknown>>;

/** From the schema of its index to the next one; items from before there were numbers are of schema 1. */
const steps: Readonly<Record<number, (request: Stored) => Stored>> = {
  /** Requests did not say by which version they run: it was the one that the service began with. */
  1: (request) => ({
    ...request,
    regulationVersion: (first as Readonly<Record<string, string>>)[String(request['service'])],
  }),
};

/**
 * A stored request in today's shape, from any schema that ever was. One that a newer release wrote is refused: to read
 * it would lose what this release does not know, as soon as it is written back.
 */
export function upgradeRequest(schema: unknown, request: unknown): unknown {
  const from = schema ?? 1;
  if (!Number.isInteger(from) || !(Number(from) >= 1 && Number(from) <= SCHEMA))
    throw new Error(`a request of schema ${String(from)}; this release reads 1 to ${SCHEMA}`);
  let upgraded = request as Stored;
  for (let at = Number(from); at < SCHEMA; at += 1) upgraded = steps[at]?.(upgraded) ?? upgraded;
  return upgraded;
}
