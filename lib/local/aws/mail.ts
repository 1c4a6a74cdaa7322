import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { setTimeout as wait } from 'node:timers/promises';
import { SLOW, type Mood } from '../stand-ins/spoil.ts';
import type { Answer, Arrived } from './request.ts';

const Text = z.object({ Data: z.string() });
const Send = z.object({
  FromEmailAddress: z.email(),
  Destination: z.object({ ToAddresses: z.array(z.string()).min(1) }),
  EmailTags: z.array(z.object({ Name: z.string(), Value: z.string() })).default([]),
  Content: z.object({
    Simple: z.object({ Subject: Text, Body: z.object({ Text: Text.optional(), Html: Text.optional() }) }).optional(),
    Raw: z.object({ Data: z.base64() }).optional(),
  }),
});
type Message = z.output<typeof Send>;

const json = (status: number, body: object, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});
const refused = (message: string) => json(400, { message }, { 'x-amzn-errortype': 'BadRequestException' });

/**
 * SES v2 SendEmail, delivered as `.eml` files (RFC 5322) into `folder`, named so that they sort by time. `moodOf` says how it answers now: a
 * silent service takes no mail.
 */
export async function mailService(folder: string, now: () => number, moodOf: () => Mood = () => ({ mood: 'ok' })) {
  await mkdir(folder, { recursive: true });
  return async ({ method, path, body }: Arrived): Promise<Answer> => {
    if (method !== 'POST' || path !== '/v2/email/outbound-emails') return json(404, { message: 'not offered here' });
    const { mood, seconds = SLOW } = moodOf();
    if (mood === 'down') return json(503, { message: 'down' }, { 'x-amzn-errortype': 'ServiceUnavailableException' });
    if (mood === 'slow') await wait(seconds * 1000, undefined, { ref: false });
    const parsed = Send.safeParse(parse(body));
    if (!parsed.success) return refused(parsed.error.issues.map((issue) => issue.path.join('.')).join(', '));
    const id = randomUUID();
    const sent = new Date(now());
    const text = render(parsed.data, id, sent);
    if (text === undefined) return refused('Content');
    const file = join(folder, `${sent.toISOString().replaceAll(':', '-')}-${id.slice(0, 8)}.eml`);
    await writeFile(`${file}.new`, text, { flush: true });
    await rename(`${file}.new`, file);
    return json(200, { MessageId: id });
  };
}

function render({ FromEmailAddress, Destination, EmailTags, Content }: Message, id: string, sent: Date) {
  if (Content.Raw) return Buffer.from(Content.Raw.Data, 'base64');
  const { Subject, Body } = Content.Simple ?? {};
  const [type, content] = Body?.Text ? (['plain', Body.Text] as const) : (['html', Body?.Html] as const);
  if (!Subject || !content) return undefined;
  return [
    `From: ${FromEmailAddress}`,
    `To: ${Destination.ToAddresses.join(', ')}`,
    `Subject: ${encodeWords(Subject.Data)}`,
    `Date: ${sent.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${id}@localhost>`,
    ...EmailTags.map(({ Name, Value }) => `X-SES-MESSAGE-TAGS: ${Name}=${Value}`),
    'MIME-Version: 1.0',
    `Content-Type: text/${type}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
    '',
    ...(Buffer.from(content.Data)
      .toString('base64')
      .match(/.{1,76}/g) ?? []),
    '',
  ].join('\r\n');
}

/** RFC 2047 words of at most 75 characters; a character is never split between two words. */
function encodeWords(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const words = [''];
  for (const each of text) {
    const word = (words.at(-1) ?? '') + each;
    if (Buffer.byteLength(word) > 42) words.push(each);
    else words[words.length - 1] = word;
  }
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join('\r\n ');
}

const parse = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
};
