import { networkInterfaces } from 'node:os';

/**
 * The narrowest address of this machine that containers reach by `host`: a bridge's own, and loopback where `host` is a
 * name that Docker Desktop carries there.
 */
export function listenOn(host: string, interfaces = networkInterfaces()): string {
  const own = Object.values(interfaces).flatMap((addresses = []) => addresses.map(({ address }) => address));
  return own.includes(host) ? host : '127.0.0.1';
}
