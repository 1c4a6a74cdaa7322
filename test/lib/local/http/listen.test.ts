import { expect, it } from '@jest/globals';
import { createServer } from 'node:http';
import { findPort, holdPort, listen } from '../../../../lib/local/http/listen.ts';
import { shut } from '../../../../lib/local/http/shut.ts';

it('lets nobody else have a port that is held, and answers nobody there', async () => {
  const { port, release } = await holdPort(0);
  const server = createServer((_, response) => response.end('serves'));
  const ask = async () => (await fetch(`http://127.0.0.1:${port}`)).text();
  const taken = `port ${port} is taken`;
  await expect(listen(server, port)).rejects.toThrow(taken);
  await expect(holdPort(port)).rejects.toThrow(taken);
  await expect(findPort(port)).rejects.toThrow(taken);
  await expect(ask()).rejects.toThrow('fetch failed');
  await release();
  // It may be released again, as a start that fails does.
  await release();
  expect(await listen(server, port)).toBe(port);
  expect(await ask()).toBe('serves');
  await shut(server);
});
