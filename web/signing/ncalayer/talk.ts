/** What is needed of a WebSocket. */
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
 * How a conversation ended. `refused`: nobody answered, or the browser did not let them. `blocked`: the page itself may
 * not connect. `closed`: the other side went away before it answered.
 */
export type Heard = { readonly answer: unknown } | { readonly end: 'refused' | 'blocked' | 'closed' | 'stopped' };

/** A refused connection says `error`, then at once `close`; one that the page's own rules forbid says `error` alone. */
const closeFollows = 1_000;

/**
 * One question and its answer. NCALayer greets first with its version and may send `--heartbeat--` at any time; answers
 * bear no number, so that each question has a connection of its own. Extensions put their own socket in its place.
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

/** Undefined for a heartbeat, the greeting and whatever else is no answer. */
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
