import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerOcsp } from '../../../../lib/local/authority/ocsp-responder.ts';
import { signOcsp, type OcspStatus } from '../../../../lib/local/authority/ocsp.ts';
import type { Signer } from '../../../../lib/signing/signer-info.ts';
import { Fields, readDer } from '../../../../lib/eds/der.ts';

export interface ResponderOptions {
  readonly responder: Signer;
  /** DER of the certificate of the authority whose certificates it answers for. */
  readonly issuer: Uint8Array;
  readonly statusOf: (serial: string) => OcspStatus | undefined;
  readonly now: () => Date;
}

/**
 * OCSP responders on loopback, each at a path of one server: `/good` answers correctly, each of the others goes wrong
 * in one way. `asked` has the paths that were called.
 */
export async function startResponder(options: ResponderOptions) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    void answer(request, response, options);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    asked,
    close: () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      return closed;
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, options: ResponderOptions): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const asked = new Uint8Array(Buffer.concat(chunks));
  const good = () => answerOcsp(asked, { ...options, now: options.now() });
  switch (request.url) {
    case '/good':
      return void response.end(good());
    case '/until-tomorrow':
      return void response.end(signUntilTomorrow(asked, options));
    case '/without-nonce':
      return void response.end(signUntilTomorrow(asked, options, undefined));
    case '/other-nonce':
      return void response.end(signUntilTomorrow(asked, options, Uint8Array.of(4, 2, 7, 7)));
    case '/large':
      return void response.end(Buffer.concat([good(), Buffer.alloc(100_000)]));
    case '/elsewhere':
      return void response.writeHead(307, { location: '/good' }).end();
    case '/broken':
      return void response.writeHead(500).end(good());
    default:
  }
}

const day = 86_400_000;

/** Valid for a day; with the nonce of the request unless another, or none, is given. */
function signUntilTomorrow(request: Uint8Array, { responder, now }: ResponderOptions, ...given: [Uint8Array?]) {
  const tbs = new Fields(new Fields(readDer(request)).any());
  const certId = tbs.any().children[0]?.children[0]?.raw ?? new Uint8Array();
  const sent = tbs.optionalExplicit(2)?.children[0]?.children[1]?.content;
  const nonce = given.length > 0 ? given[0] : sent;
  const thisUpdate = now();
  const nextUpdate = new Date(thisUpdate.getTime() + day);
  return signOcsp({
    responder,
    producedAt: thisUpdate,
    answers: [{ certId, status: 'good', thisUpdate, nextUpdate }],
    ...(nonce && { nonce }),
  });
}
