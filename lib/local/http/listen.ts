import { createServer, type AddressInfo, type Server } from 'node:net';

/**
 * Listens on the loopback interface and gives the port; 0 takes any.
 * @throws Error in words when the port is taken
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

/** The port, if it is free now; for 0 one that is. Said before any work, as nothing else may be of use without it. */
export async function findPort(port: number): Promise<number> {
  const server = createServer();
  const found = await listen(server, port);
  await new Promise((resolve) => server.close(resolve));
  return found;
}
