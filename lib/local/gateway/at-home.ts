import type { IncomingMessage } from 'node:http';

/** Nothing of it stays anywhere, and no page of another origin reads it. */
export const ownHeaders = {
  'content-type': 'application/json',
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
} as const;

const loopback = /^(?:127\.|::ffff:127\.|::1$)/;
/** The port is anybody's. A name that only points here (DNS rebinding) is not this machine's. */
const ownHost = /^(?:(?:[\w-]+\.)*localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/;

/** Whether the question comes from this machine, of a page that it calls its own. */
export const isAtHome = ({ socket, headers }: Pick<IncomingMessage, 'headers'> & { readonly socket: Peer }): boolean =>
  loopback.test(socket.remoteAddress ?? '') &&
  ownHost.test(headers.host ?? '') &&
  ['same-origin', 'none', undefined].includes(headers['sec-fetch-site']);

type Peer = Pick<IncomingMessage['socket'], 'remoteAddress'>;
