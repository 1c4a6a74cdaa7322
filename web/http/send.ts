import type { Problem } from './problem.ts';

interface Message {
  readonly params?: object | undefined;
  readonly query?: object | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly language: string;
  readonly token?: string | undefined;
  readonly signal?: AbortSignal;
}

/**
 * `METHOD /path/{name}` with its parameters filled, as a request. A failed connection is a problem value, not an
 * exception.
 */
export async function send(route: string, message: Message): Promise<Response | Problem> {
  const [method = 'GET', pattern = '/'] = route.split(' ');
  const { body, headers, language, token, signal = null } = message;
  try {
    return await fetch(addressOf(pattern, message), {
      method,
      headers: {
        accept: 'application/json',
        'accept-language': language,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal,
    });
  } catch {
    return { problem: 'network/failed' };
  }
}

/** The address of `/path/{name}` with its parameters and query filled in. */
export function addressOf(pattern: string, { params = {}, query = {} }: Pick<Message, 'params' | 'query'>) {
  const places = params as Readonly<Record<string, string>>;
  const path = pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(places[name] ?? ''));
  const wanted = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(wanted.map(([name, value]) => [name, String(value)])).toString();
  return search ? `${path}?${search}` : path;
}
