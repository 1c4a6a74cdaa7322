import { createServer as createPlainServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { WebSocketServer, type WebSocket } from 'ws';
import { listen } from '../http/listen.ts';
import type { Signer } from '../../signing/signer-info.ts';
import type { PersonKey } from '../../signing/signing-key.ts';
import { answer, type Question } from './answer.ts';

/**
 * How the double behaves. `sign`: as asked, with a key that fits. `wrong-key`: with its first key, whoever was asked
 * for. `cancel`: the person closes its window. `fail`: it cannot sign. `outdated`: it has no module `basics`. `silent`:
 * its window stays open. `leave`: it ends while the page waits. `strange`: its answer is not a signature.
 */
export type NcalayerMode = 'sign' | 'wrong-key' | 'cancel' | 'fail' | 'outdated' | 'silent' | 'leave' | 'strange';

type Signers = readonly Signer<PersonKey>[];

export interface NcalayerOptions {
  /** The keys of "its" person. */
  readonly signers: Signers;
  readonly mode?: NcalayerMode;
  /** NCALayer's port is 13579; 0 chooses a free one. */
  readonly port?: number;
  /** A certificate (PEM) for wss, which a page needs; without one, plain ws. */
  readonly tls?: { readonly key: string; readonly cert: string };
  readonly now?: () => Date;
}

export interface RunningNcalayer {
  readonly url: string;
  /** The requests that it got, for tests. */
  readonly questions: readonly Question[];
  setMode: (mode: NcalayerMode) => void;
  /** Another person sits down, or the person uses other keys. */
  setSigners: (signers: Signers) => void;
  close: () => Promise<void>;
}

/** A double of NCALayer that really signs, for tests and for people who do not have NCALayer. */
export async function serveNcalayer(options: NcalayerOptions): Promise<RunningNcalayer> {
  const { tls, now = () => new Date() } = options;
  let { signers, mode = 'sign' } = options;
  const questions: Question[] = [];
  const server: Server = tls ? createTlsServer(tls) : createPlainServer();
  const sockets = new WebSocketServer({ server, maxPayload: 16 * 1024 * 1024 });

  async function hear(socket: WebSocket, text: string): Promise<void> {
    const question = JSON.parse(text) as Question;
    questions.push(question);
    socket.send('--heartbeat--');
    if (mode === 'silent') return;
    if (mode === 'leave') return socket.terminate();
    socket.send(JSON.stringify(await answer(question, mode, signers, now())));
  }

  sockets.on('connection', (socket) => {
    socket.send(JSON.stringify({ result: { version: '1.4' } }));
    // oxlint-disable-next-line typescript/no-misused-promises -- a question that is no JSON ends the double, and so the test
    socket.on('message', (data: Buffer) => hear(socket, data.toString('utf8')));
  });
  const port = await listen(server, options.port ?? 0);
  return {
    url: `${tls ? 'wss' : 'ws'}://127.0.0.1:${port}`,
    questions,
    setMode: (chosen) => (mode = chosen),
    setSigners: (brought) => (signers = brought),
    close: async () => {
      for (const client of sockets.clients) client.terminate();
      await new Promise((closed) => server.close(closed));
    },
  };
}
