import { createServer, type AddressInfo, type Server } from 'node:net';

/**
 * Listens on the loopback interface and returns the port; 0 chooses a free one.
 * @throws Error in words if the port is taken
 */
export const listen = (server: Server, port: number) =>
  new Promise<number>((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) => {
      const taken = `port ${port} is taken: stop what listens there, or set PORT to another`;
      reject(new Error(error.code === 'EADDRINUSE' ? taken : error.message, { cause: error }));
    };
    server.once('error', refuse).listen(port, '127.0.0.1', () => {
      server.off('error', refuse);
      resolve((server.address() as AddressInfo).port);
    });
  });

/** A port that nobody else can take. */
export interface HeldPort {
  readonly port: number;
  /** Whoever calls it listens there at once. */
  readonly release: () => Promise<void>;
}

/**
 * Holds the port, or a free one for 0, for a server that is not ready yet; until then every connection is reset.
 * @throws Error in words if the port is taken
 */
export async function holdPort(port: number): Promise<HeldPort> {
  const server = createServer((socket) => socket.destroy());
  const held = await listen(server, port);
  return { port: held, release: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** The port, if it is free now; for 0, a free one. Somebody else may take it before its server listens. */
export async function findPort(port: number): Promise<number> {
  const held = await holdPort(port);
  await held.release();
  return held.port;
}
