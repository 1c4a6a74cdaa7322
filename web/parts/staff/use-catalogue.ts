import { useEffect, useState } from 'preact/hooks';
import { call, isProblem, useAnswer, type Answer, type Awaited, type Problem } from '../../kit.ts';
import { isFresh, keepOffered, keepService, readOffered, readService } from '../../outbox/catalogue.ts';

type Services = Answer<'GET /services'>;
type Service = Answer<'GET /services/{service}'>;

/** What the office of this counter offers; without a connection, as it was when there was one. */
export function useOffered(office: string): Awaited<Services> {
  const asked = useAnswer('GET /services', { query: { office, limit: 100 } });
  const [kept, setKept] = useState<Services>();
  useEffect(() => {
    if (asked.value) void keepAll(office, asked.value);
    else if (isCut(asked.problem)) void readOffered(office).then(setKept);
  }, [asked.value, asked.problem]);
  const value = asked.value ?? kept;
  return value ? { value, reload: asked.reload } : asked;
}

/** A service as anybody may read it; without a connection, as it is kept. */
export async function findService(id: string, version?: string): Promise<Service | Problem> {
  const found = await call('GET /services/{service}', {
    params: { service: id },
    ...(version !== undefined && { query: { version } }),
  });
  if (isProblem(found)) return (isCut(found) && (await readService(id))) || found;
  if (version === undefined) await keepService(found);
  return found;
}

const isCut = (problem: Problem | undefined) => problem?.problem === 'network/failed';

/** Keeps the form of each service, before anybody needs it without a connection. */
async function keepAll(office: string, offered: Services) {
  await keepOffered(office, offered);
  for (const { id } of offered.services) {
    if (await isFresh(id)) continue;
    const found = await call('GET /services/{service}', { params: { service: id } });
    if (isProblem(found)) return;
    await keepService(found);
  }
}
