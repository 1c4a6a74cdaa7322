import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as z from 'zod';
import { readBody } from '../http/read-body.ts';

/** Bytes; a question names one person. */
const LONGEST_QUESTION = 10_000;

/** Whom the stand-ins treat in a special way, by IIN. */
export interface Peculiar {
  /** Persons that no state register knows. */
  readonly unknown: ReadonlySet<string>;
  /** Persons who owe the payment for a service. */
  readonly owing: ReadonlySet<string>;
  /** This machine's address that others reach it by; loopback if none is given. */
  readonly host?: string;
  /** 0 takes a free one, and is taken if none is given. */
  readonly port?: number;
}

const Asked = z.looseObject({ iin: z.string() });

/**
 * Stands in for the gateway to ГБД ФЛ, ЕНИС and the payments: it knows everybody and nothing is due, but for
 * the peculiar. Legal persons are in no person's register.
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
