import { networkInterfaces } from 'node:os';

/**
 * The narrowest address of this machine that containers reach as `host`: the bridge's own address, or loopback if
 * `host` is a name that Docker Desktop forwards to it.
 */
export function listenOn(host: string, interfaces = networkInterfaces()): string {
  const own = Object.values(interfaces).flatMap((addresses = []) => addresses.map(({ address }) => address));
  return own.includes(host) ? host : '127.0.0.1';
}
