/** An answer with which the story cannot continue. */
export class UnexpectedAnswer extends Error {
  readonly status: number;
  readonly code: string | undefined;

  constructor(route: string, status: number, body: string) {
    super(`${route} answered ${status}: ${body.slice(0, 2000)}`);
    this.name = 'UnexpectedAnswer';
    this.status = status;
    this.code = codeOf(body);
  }
}

function codeOf(body: string): string | undefined {
  try {
    return (JSON.parse(body) as { code?: string }).code;
  } catch {
    return undefined;
  }
}

/** A signed-in client of the public API: it knows addresses and JSON, and nothing of the platform's code. */
export interface Client {
  get<Answer>(path: string): Promise<Answer>;
  send<Answer>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, headers?: Headers): Promise<Answer>;
}

type Headers = Readonly<Record<string, string>>;

/** Signs in by IIN and password, as any client would. */
export async function signIn(base: string, { iin, password }: { iin: string; password: string }): Promise<Client> {
  return clientOf(base, await call<Entered>(base, 'POST', '/sessions', { iin, password }));
}

/** Signs in by EDS: with a signature over what the service shows. */
export async function signInByEds(base: string, sign: (content: Uint8Array) => Promise<Uint8Array>): Promise<Client> {
  const { challenge, content } = await call<Challenge>(base, 'POST', '/sessions/challenges', {});
  const cms = Buffer.from(await sign(Buffer.from(content, 'base64'))).toString('base64');
  return clientOf(base, await call<Entered>(base, 'POST', '/sessions/eds', { challenge, cms }));
}

interface Entered {
  readonly accessToken: string;
}
interface Challenge {
  readonly challenge: string;
  readonly content: string;
}

function clientOf(base: string, { accessToken }: Entered): Client {
  const headers = { authorization: `Bearer ${accessToken}` };
  return {
    get: (path) => call(base, 'GET', path, undefined, headers),
    send: (method, path, body, more) => call(base, method, path, body, { ...headers, ...more }),
  };
}

/** @throws UnexpectedAnswer unless the answer is a success */
export async function call<Answer>(
  base: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Headers = {},
): Promise<Answer> {
  const answer = await fetch(`${base}${path}`, {
    method,
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new UnexpectedAnswer(`${method} ${path}`, answer.status, text);
  return (text === '' ? undefined : JSON.parse(text)) as Answer;
}

/** The file behind a short-lived address. */
export async function download(url: string): Promise<Uint8Array> {
  const answer = await fetch(url);
  if (!answer.ok) throw new UnexpectedAnswer('GET of a download address', answer.status, await answer.text());
  return new Uint8Array(await answer.arrayBuffer());
}
