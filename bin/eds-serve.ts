import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { openOcsp } from '../lib/adapters/trust/fetch-ocsp.ts';
import { keepTrustMaterial } from '../lib/adapters/trust/trust-material.ts';
import { openChecks } from '../lib/eds-service/checks.ts';
import { openFolders } from '../lib/eds-service/folder-trust.ts';
import { makeServer } from '../lib/eds-service/serve.ts';
import { shut } from '../lib/local/http/shut.ts';
import { readFlags, readTrust } from './eds-verify.ts';
import { UsageError } from './eds-usage.ts';

/** NCANode's own, so that its clients need not be told. */
const usualPort = 14579;

/** `eds serve`: answers until it is told to end. The anchors are those of the start; their folder is not read for others. */
export async function serveCommand(args: readonly string[]): Promise<number> {
  const given = readFlags(args);
  const { anchors, certificates, crls, responder, host = '127.0.0.1', port = usualPort, purpose = 'signature' } = given;
  if (anchors.length === 0) throw new UsageError('--anchors DIR is needed: without anchors nothing passes');
  const clock = () => new Date();
  const { profile } = readTrust(given);
  const folders = openFolders({
    certificates: [...anchors.map((each) => each.replace(/=[a-z+]+$/u, '')), ...(certificates ? [certificates] : [])],
    crls: crls === undefined ? [] : [crls],
  });
  const checks = openChecks({ profile, material: keepTrustMaterial(folders), askOcsp: openOcsp(responder), clock });
  const server = makeServer({ checks, purpose, asksResponders: responder.length > 0 });
  server.listen(port, host);
  await once(server, 'listening').catch((error: unknown) => {
    throw new UsageError(`cannot listen on ${host}, port ${port}`, { cause: error });
  });
  const { address, port: found } = server.address() as AddressInfo;
  process.stdout.write(`eds: http://${address.includes(':') ? `[${address}]` : address}:${found}\n`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await shut(server);
  return 0;
}
