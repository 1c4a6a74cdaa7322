import { AsyncLocalStorage } from 'node:async_hooks';

type Variables = Readonly<Record<string, string>>;

/** The variables of the machine's own environment that a Lambda may see here. */
const HARMLESS = /^(PATH|HOME|LANG|LC_.*|TZ|TMPDIR|NODE_.*|JEST_.*)$/;

/** Replaces the process's environment; returns a function that restores the former one. */
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

/** Runs a function that finds its own variables in `process.env`, whatever else runs at the same time. */
export const withOwn = <T>(variables: Variables, run: () => T): T => own.run(variables, run);

/**
 * Makes {@link withOwn} take effect; returns a function that ends it. The SDK reads its keys at a client's first call.
 */
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
 * What the SDK looks for at its first call: the addresses of the services, and the keys to sign with. So no profile or
 * metadata service of the machine can be used instead.
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
