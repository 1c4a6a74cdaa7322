import * as z from 'zod';

/** Every variable that the stack may give a function; a function reads only those that it names. */
const variables = {
  /** The function's area in lib/stack/functions.ts, for its metrics. Tests call handlers without a stack. */
  AREA: z.string().default('none'),
  METRICS_NAMESPACE: z.string().default('e-akimat'),
  TABLE_NAME: z.string().min(3),
  JOURNAL_TABLE: z.string().min(3),
  ATTACHMENTS_BUCKET: z.string().min(3),
  MALWARE_SCANNER: z.string().min(1),
  DOCUMENTS_BUCKET: z.string().min(3),
  TRUST_BUCKET: z.string().min(3),
  MACHINE_ARN_PREFIX: z.string().startsWith('arn:'),
  TOKEN_KEY_IDS: z.string().transform(splitList).pipe(z.array(z.string()).min(1)),
  OFFERS: z.enum(['named', 'all']),
  FEES: z.enum(['named', 'demo']),
  STAFF_SIGN_IN: z.enum(['eds', 'either']),
  PUBLIC_URL: z.url(),
  STORAGE_ORIGINS: z.string().transform(splitList).pipe(z.array(z.url())),
  GATEWAY_URL: z.url(),
  GATEWAY_KEY_IDS: z.string().transform(splitList).pipe(z.array(z.string()).min(1)),
  MAIL_FROM: z.email(),
  MAIL_CONFIGURATION_SET: z.string().min(1),
  EDS_PROFILE: z.string().min(1),
  EDS_ANCHORS: z
    .string()
    .transform(splitList)
    .pipe(z.array(z.string().regex(/^[0-9a-f]{64}(?:=[a-z]+(?:\+[a-z]+)*)?$/))),
  CRL_SOURCES: z.string().transform(splitList).pipe(z.array(z.url())),
  OCSP_SOURCES: z.string().transform(splitList).pipe(z.array(z.url())),
  TSP_SOURCES: z.string().transform(splitList).pipe(z.array(z.url())),
};
type Variables = typeof variables;

function splitList(text: string) {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Read once, when a handler's module loads: a missing or malformed variable stops the function from starting. */
export function readEnvironment<Name extends keyof Variables>(
  environment: Readonly<Record<string, string | undefined>>,
  ...names: readonly Name[]
): { readonly [N in Name]: z.output<Variables[N]> } {
  const shape = Object.fromEntries(names.map((name) => [name, variables[name]]));
  return z.object(shape).parse(environment) as { readonly [N in Name]: z.output<Variables[N]> };
}
