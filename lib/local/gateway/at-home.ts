import type { IncomingMessage } from 'node:http';

/** Nobody stores the answer, and no page of another origin can read it. */
export const ownHeaders = {
  'content-type': 'application/json',
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
} as const;

const loopback = /^(?:127\.|::ffff:127\.|::1$)/;
/** Any port is accepted. A foreign name that only resolves to this machine (DNS rebinding) is not. */
const ownHost = /^(?:(?:[\w-]+\.)*localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/;

/** Whether the request comes from this machine, and from a page that the browser calls its own. */
export const isAtHome = ({ socket, headers }: Pick<IncomingMessage, 'headers'> & { readonly socket: Peer }): boolean =>
  loopback.test(socket.remoteAddress ?? '') &&
  ownHost.test(headers.host ?? '') &&
  ['same-origin', 'none', undefined].includes(headers['sec-fetch-site']);

type Peer = Pick<IncomingMessage['socket'], 'remoteAddress'>;
