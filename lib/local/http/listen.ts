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

/** The port, if it is free now; for 0, a free one. Checked first, because without a port no other work is useful. */
export async function findPort(port: number): Promise<number> {
  const server = createServer();
  const found = await listen(server, port);
  await new Promise((resolve) => server.close(resolve));
  return found;
}
