import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SigningKey } from '../../../../lib/adapters/identity/signing-key.ts';

/** The part of KMS's HTTP protocol that signing needs, with the test's own key; refuses what KMS would refuse. */
export async function serveKms(keyId: string, key: SigningKey) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, string>;
      const operation = String(request.headers['x-amz-target']);
      asked.push(operation);
      void answer(operation, body).then(([status, json]) => {
        response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
        response.end(JSON.stringify(json));
      });
    });
  });
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

  async function answer(operation: string, body: Record<string, string>): Promise<[number, object]> {
    if (body['KeyId'] !== keyId) return [400, { __type: 'NotFoundException' }];
    if (operation === 'TrentService.GetPublicKey') return [200, { PublicKey: base64(await key.publicKey()) }];
    const { SigningAlgorithm, MessageType, Message = '' } = body;
    if (operation !== 'TrentService.Sign' || SigningAlgorithm !== 'ECDSA_SHA_256' || MessageType !== 'RAW')
      return [400, { __type: 'ValidationException' }];
    return [200, { Signature: base64(await key.sign(Buffer.from(Message, 'base64'))) }];
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
