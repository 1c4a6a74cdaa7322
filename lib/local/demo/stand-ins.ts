import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { Power } from '../../adapters/gateways/gateways.ts';
import { readBody } from '../http/read-body.ts';

/** Size limit in bytes; a question names one person or one power of attorney. */
const LONGEST_QUESTION = 10_000;

/** People (by IIN) for whom the answers differ. */
export interface Peculiar {
  /** People that no state register knows. */
  readonly unknown: ReadonlySet<string>;
  /** People who still have to pay for a service. */
  readonly owing: ReadonlySet<string>;
  /** The powers of attorney that ЕНИС knows; it knows no other. */
  readonly powers: readonly Power[];
  /** This machine's address that others can reach; loopback if none is given. */
  readonly host?: string;
  /** 0 chooses a free port; so does no value. */
  readonly port?: number;
}

const Person = z.looseObject({ iin: z.string() });

/**
 * Replaces the gateway to ГБД ФЛ, ЕНИС and the payments. It knows everybody, and nobody has to pay, except for the
 * people in `Peculiar`. Organisations are in no person's register. ЕНИС knows a power of attorney if all that is asked agrees.
 */
export async function startStandIns({
  unknown,
  owing,
  powers,
  host = '127.0.0.1',
  port: wanted = 0,
}: Peculiar): Promise<{ url: string; stop: () => Promise<void> }> {
  const answer = (path: string, body: unknown): object | undefined => {
    if (path === '/registries/enis') {
      const { data } = Power.safeParse(body);
      return data && { found: powers.some((power) => isDeepStrictEqual(power, data)) };
    }
    const { data } = Person.safeParse(body);
    if (path === '/payments') return data && { due: owing.has(data.iin) };
    return data && { found: path !== '/registries/gbd-ul' && !unknown.has(data.iin) };
  };
  const server = createServer((request, response) => {
    void readJson(request).then((body) => {
      const answered = answer(request.url ?? '', body);
      response.writeHead(answered ? 200 : 400, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answered ?? {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(wanted, host, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const body = await readBody(request, LONGEST_QUESTION);
  try {
    return JSON.parse(String(body));
  } catch {
    return undefined;
  }
}
