// Imported before anything that logs, because the level is read once.
process.env['POWERTOOLS_LOG_LEVEL'] = 'INFO';

/** What functions log while `work` runs: each line as JSON, in order. */
export async function logLines(work: () => Promise<unknown>): Promise<Record<string, unknown>[]> {
  const written: string[] = [];
  const streams = [process.stdout, process.stderr].map((stream) => ({ stream, write: stream.write }));
  for (const { stream } of streams)
    stream.write = (chunk: string | Uint8Array) => {
      written.push(String(chunk));
      return true;
    };
  try {
    await work();
  } finally {
    for (const { stream, write } of streams) stream.write = write;
  }
  return written
    .join('')
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
