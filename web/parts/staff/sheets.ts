import { useEffect, useState } from 'preact/hooks';
import { call, isProblem, type Answer, type Problem } from '../../kit.ts';
import { fetchFile } from './fetch-file.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** A scan or a document that the employee looks at. */
export interface Sheet {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly read: () => Promise<Bytes | Problem>;
}

type Attachment = Answer<'GET /requests/{id}'>['attachments'][number];

export const fetchScan = async (id: string, attachment: string): Promise<Bytes | Problem> =>
  fetchFile(await call('GET /requests/{id}/attachments/{attachment}', { params: { id, attachment } }));

/** @param name what is read over it: the document that it shows */
export const sheetOf = (request: string, { id, type }: Attachment, name: string): Sheet => ({
  id,
  name,
  type,
  read: () => fetchScan(request, id),
});

export interface Output {
  readonly number: string;
  readonly bytes: Bytes;
}

/**
 * The document of a request in its present form, the same bytes that are signed; none if the machine has not made one
 * yet.
 * @param row a change of the row fetches the document again
 */
export function useOutput(id: string, row: string, isWanted: boolean) {
  const [output, setOutput] = useState<Output>();
  const [problem, setProblem] = useState<Problem>();
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let here = isWanted;
    if (!isWanted) return undefined;
    void fetchOutput(id).then((found) => {
      if (!here) return;
      const isNone = isProblem(found) && found.problem === 'output/not-ready';
      setProblem(isProblem(found) && !isNone ? found : undefined);
      setOutput(isProblem(found) ? undefined : found);
    });
    return () => {
      here = false;
    };
  }, [id, row, isWanted, asked]);
  return { output, problem, again: () => setAsked((times) => times + 1) };
}

/** The document, at an address that is asked for now. */
export async function fetchOutput(id: string): Promise<Output | Problem> {
  const link = await call('GET /work/{id}/output', { params: { id } });
  const bytes = await fetchFile(isProblem(link) ? link : link.document);
  return isProblem(link) ? link : isProblem(bytes) ? bytes : { number: link.number, bytes };
}
