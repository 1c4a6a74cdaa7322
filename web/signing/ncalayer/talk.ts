/** The parts of a WebSocket that are needed. */
export interface Socket {
  addEventListener: (type: 'open' | 'message' | 'error' | 'close', listener: (event: SocketEvent) => void) => void;
  send: (text: string) => void;
  close: () => void;
}

interface SocketEvent {
  readonly type: string;
  readonly data?: unknown;
}

export type Connect = (url: string) => Socket;

/**
 * How a conversation ended. `refused`: nobody answered, or the browser did not allow it. `blocked`: the page itself may
 * not connect. `closed`: the other side closed the connection before it answered.
 */
export type Heard = { readonly answer: unknown } | { readonly end: 'refused' | 'blocked' | 'closed' | 'stopped' };

/**
 * A refused connection sends `error`, then at once `close`; one that the page's own rules forbid sends only `error`.
 */
const closeFollows = 1_000;

/**
 * One request and its answer. NCALayer first sends its version and may send `--heartbeat--` at any time. Answers have
 * no number, so each request has its own connection. Extensions put their own socket in its place.
 */
export function talk(connect: Connect, url: string, question: object, stop?: AbortSignal): Promise<Heard> {
  return new Promise((resolve) => {
    const socket = connect(url);
    let isOpen = false;
    const end = (heard: Heard): void => {
      stop?.removeEventListener('abort', halt);
      resolve(heard);
      socket.close();
    };
    const halt = (): void => end({ end: 'stopped' });
    if (stop?.aborted) return halt();
    stop?.addEventListener('abort', halt);
    socket.addEventListener('open', () => {
      isOpen = true;
      socket.send(JSON.stringify(question));
    });
    socket.addEventListener('message', ({ data }) => {
      const answer = readAnswer(data);
      if (answer !== undefined) end({ answer });
    });
    socket.addEventListener('close', () => end({ end: isOpen ? 'closed' : 'refused' }));
    socket.addEventListener('error', () => {
      if (!isOpen) setTimeout(() => end({ end: 'blocked' }), closeFollows);
    });
  });
}

/** Undefined for a heartbeat, the greeting and anything else that is not an answer. */
function readAnswer(data: unknown): unknown {
  if (typeof data !== 'string') return undefined;
  let read: unknown;
  try {
    read = JSON.parse(data);
  } catch {
    return undefined;
  }
  return isGreeting(read) ? undefined : read;
}

const isGreeting = (read: unknown): boolean => {
  const result = (read as { result?: unknown } | null)?.result;
  return typeof result === 'object' && result !== null && 'version' in result;
};
