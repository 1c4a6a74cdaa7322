import { AsyncLocalStorage } from 'node:async_hooks';

type Variables = Readonly<Record<string, string>>;

/** What of the machine's own environment a Lambda may see while it runs here. */
const HARMLESS = /^(PATH|HOME|LANG|LC_.*|TZ|TMPDIR|NODE_.*|JEST_.*)$/;

/** Replaces the process's environment; gives a function that puts the former one back. */
export function setEnvironment(variables: Variables): () => void {
  const before = { ...process.env };
  replace(variables);
  return () => replace(before);
}

function replace(variables: Readonly<Record<string, string | undefined>>) {
  for (const name of Object.keys(process.env)) if (!(name in variables)) delete process.env[name];
  for (const [name, value] of Object.entries(variables)) if (value !== undefined) process.env[name] = value;
}

const own = new AsyncLocalStorage<Variables>();

/** Runs something that finds variables of its own in `process.env`, whatever else runs meanwhile. */
export const withOwn = <T>(variables: Variables, run: () => T): T => own.run(variables, run);

/** Lets {@link withOwn} take effect; gives a function that ends it. The SDK reads its keys at a client's first call. */
export function divideEnvironment(): () => void {
  const shared = process.env;
  process.env = new Proxy(shared, {
    get: (target, name: string) => own.getStore()?.[name] ?? target[name],
    set: (target, name: string, value: string) => {
      target[name] = value;
      return true;
    },
  });
  return () => {
    process.env = shared;
  };
}

export const harmless = (): Variables =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value !== undefined && HARMLESS.test(name) ? [[name, value]] : [],
    ),
  );

/**
 * What the SDK looks for at its first call: where the services are and as whom to sign. No profile or metadata service
 * of the machine can come in between.
 */
export const awsBasics = (
  url: string,
  region: string,
  keys: { accessKeyId: string; secretAccessKey: string },
): Variables => ({
  AWS_REGION: region,
  AWS_ACCESS_KEY_ID: keys.accessKeyId,
  AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_EC2_METADATA_DISABLED: 'true',
  ...Object.fromEntries(
    ['DYNAMODB', 'S3', 'SFN', 'KMS', 'SESV2'].map((service) => [`AWS_ENDPOINT_URL_${service}`, url]),
  ),
});
