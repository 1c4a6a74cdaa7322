import { call, isProblem, type Problem } from '../kit.ts';
import { nameFile } from './file-name.ts';

/** What a draft accepts (`POST /requests/{id}/attachments`), and how many bytes of it. */
const types = ['application/pdf', 'image/jpeg', 'image/png', 'image/tiff'] as const;
type Type = (typeof types)[number];
export const LIMIT = 10 * 1024 * 1024;

export const typeOf = (file: File): Type | undefined => types.find((type) => type === file.type);

interface Watch {
  /** 0 to 1. */
  readonly onProgress: (part: number) => void;
  readonly signal: AbortSignal;
}

/** Announces a scan of a document (its code) and uploads it to the address that the API gives. The same file again is the same scan. */
export async function upload(request: string, file: File, document: string, watch: Watch): Promise<string | Problem> {
  const bytes = await file.arrayBuffer();
  const sha256 = hex(await crypto.subtle.digest('SHA-256', bytes));
  const announced = await call('POST /requests/{id}/attachments', {
    params: { id: request },
    body: { name: nameFile(file.name), document, type: typeOf(file)!, size: file.size, sha256 },
  });
  if (isProblem(announced)) return announced;
  const status = await put(announced.upload, bytes, watch);
  if (status === 0) return { problem: 'network/failed' };
  return status < 300 ? announced.attachment : { problem: 'server/failed' };
}

interface Place {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** `fetch` cannot report how much it has sent. @returns the status of the answer; 0 if there was none */
const put = ({ url, headers }: Place, bytes: ArrayBuffer, { onProgress, signal }: Watch) =>
  new Promise<number>((done) => {
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    // The browser sets the length itself.
    for (const [name, value] of Object.entries(headers))
      if (!/^(?:content-length|host)$/i.test(name)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener('loadend', () => done(request.status));
    signal.addEventListener('abort', () => request.abort());
    request.send(bytes);
  });

const hex = (digest: ArrayBuffer) =>
  Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
