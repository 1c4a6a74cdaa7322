import { STATUS_CODES, type Server } from 'node:http';
import type { Answer } from '../aws/request.ts';
import type { GatewayRefusal } from './answers.ts';

/** A request that cannot be parsed has no path or method yet, but its sender gets the reason in the same form. */
export function refuseUnread(server: Server, answer: (refusal: GatewayRefusal) => Answer) {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    const tooLong = error.code === 'HPE_HEADER_OVERFLOW';
    const { status, headers = {}, body = '' } = answer(tooLong ? 'REQUEST_TOO_LARGE' : 'BAD_REQUEST_PARAMETERS');
    const own = { ...headers, connection: 'close', 'content-length': String(Buffer.byteLength(body)) };
    const lines = Object.entries(own).map(([name, value]) => `${name}: ${value}`);
    socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n'));
  });
}
