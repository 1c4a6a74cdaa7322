import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { noticeOfTag } from '../../../../lib/adapters/mail/notice-tag.ts';
import { openMail } from '../../../../lib/adapters/mail/send-mail.ts';

const asked: unknown[] = [];
let status = 200;
const server = createServer((request, response) => {
  void text(request).then((body) => {
    asked.push(JSON.parse(body));
    response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
  });
});
let client: SESv2Client;
beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  client = new SESv2Client({
    ...{ region: 'eu-central-1', maxAttempts: 1, credentials: { accessKeyId: 'a', secretAccessKey: 'b' } },
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  });
});
afterAll(() => {
  client.destroy();
  server.close();
});

it('a mail names its notice with letters that SES accepts, and a refusal is returned as such', async () => {
  const send = openMail({ from: 'noreply@demo.example', configurationSet: 'e-akimat-test-mail' }, client);
  const mail = { subject: 's', text: 't', html: '<p>t</p>' };
  expect(await send('a@demo.example', mail, '01KAH:05-mio:received')).toBe(true);
  const sent = asked.at(-1) as { EmailTags: readonly { Name: string; Value: string }[] };
  expect(sent).toMatchObject({ ConfigurationSetName: 'e-akimat-test-mail', EmailTags: [{ Name: 'notice' }] });
  expect(sent.EmailTags[0]!.Value).toMatch(/^[\w-]{1,256}$/);
  expect(noticeOfTag(sent.EmailTags[0]!.Value)).toBe('01KAH:05-mio:received');
  status = 400;
  expect(await send('a@demo.example', mail, '01KAH:05-mio:received')).toBe(false);
});
