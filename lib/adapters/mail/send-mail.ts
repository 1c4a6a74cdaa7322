import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import type { Mail } from '../../domain/notice/mail.ts';
import { logFailure } from '../log.ts';

/** Whether the mail service accepted it. A failure is logged under `reference` and returned, not thrown. */
export type SendMail = (to: string, mail: Mail, reference: string) => Promise<boolean>;

export function openMail(from: string, client = new SESv2Client({})): SendMail {
  const data = (Data: string) => ({ Data, Charset: 'UTF-8' });
  return async (to, { subject, text, html }, reference) => {
    try {
      await client.send(
        new SendEmailCommand({
          FromEmailAddress: from,
          Destination: { ToAddresses: [to] },
          Content: { Simple: { Subject: data(subject), Body: { Text: data(text), Html: data(html) } } },
        }),
      );
      return true;
    } catch (error) {
      logFailure(reference, error);
      return false;
    }
  };
}
