import { Logger } from '@aws-lambda-powertools/logger';

let opened: Logger | undefined;

/** Made at the first line and not earlier, because only then the function's environment with the log level is known. */
const logger = (): Logger => (opened ??= new Logger({ serviceName: 'e-akimat' }));

/** What happened, by code and identifiers. Never bodies, certificates, names or IINs. */
export const logEvent = (code: string, identifiers: Readonly<Record<string, string | number>> = {}) =>
  logger().info(code, { ...identifiers });

/** How a call ended: one line for each, an error with its failure where there was one. */
export const logOutcome = (line: Readonly<Record<string, unknown>>, error?: unknown) =>
  error === undefined ? logger().info('ended', line) : logger().error('ended', { ...line, failure: describe(error) });

/**
 * Logs an unexpected error. Its message may repeat the input (validation libraries quote it), so only its name, its
 * location in the code and the same of its causes are logged.
 */
export const logFailure = (incident: string, error: unknown) =>
  logger().error('failed', { incident, failure: describe(error) });

function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  return {
    name: error.name,
    // A message of several lines could look like locations.
    at: (error.stack ?? '')
      .replace(error.message, '')
      .split('\n')
      .filter((line) => /^ {4}at .*:\d+:\d+\)?$/.test(line))
      .slice(0, 6)
      .map((line) => line.trim()),
    ...(error.cause !== undefined && { cause: describe(error.cause) }),
  };
}
