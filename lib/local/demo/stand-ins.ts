import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as z from 'zod';
import { readBody } from '../http/read-body.ts';

/** Size limit in bytes; a question names one person. */
const LONGEST_QUESTION = 10_000;

/** People (by IIN) for whom the answers differ. */
export interface Peculiar {
  /** People that no state register knows. */
  readonly unknown: ReadonlySet<string>;
  /** People who still have to pay for a service. */
  readonly owing: ReadonlySet<string>;
  /** This machine's address that others can reach; loopback if none is given. */
  readonly host?: string;
  /** 0 chooses a free port; so does no value. */
  readonly port?: number;
}

const Asked = z.looseObject({ iin: z.string() });

/**
 * Replaces the gateway to ГБД ФЛ, ЕНИС and the payments. It knows everybody, and nobody has to pay, except for the
 * people in `Peculiar`. Organisations are in no person's register.
 */
export async function startStandIns({
  unknown,
  owing,
  host = '127.0.0.1',
  port: wanted = 0,
}: Peculiar): Promise<{ url: string; stop: () => Promise<void> }> {
  const answer = (path: string, iin: string) =>
    path === '/payments' ? { due: owing.has(iin) } : { found: path !== '/registries/gbd-ul' && !unknown.has(iin) };
  const server = createServer((request, response) => {
    void readJson(request).then((body) => {
      const asked = Asked.safeParse(body);
      response.writeHead(asked.success ? 200 : 400, { 'content-type': 'application/json' });
      response.end(JSON.stringify(asked.success ? answer(request.url ?? '', asked.data.iin) : {}));
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
