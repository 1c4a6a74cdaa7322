import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import type { Mail } from '../../domain/notice/mail.ts';
import { logEvent, logFailure } from '../log.ts';
import { NOTICE_TAG, tagOfNotice } from './notice-tag.ts';

/** Whether the mail service accepted it. A failure is logged under the notice's id, counted and returned, not thrown. */
export type SendMail = (to: string, mail: Mail, notice: string) => Promise<boolean>;

interface Sender {
  readonly from: string;
  /** The configuration set through which SES later reports what came back. */
  readonly configurationSet: string;
}

export function openMail({ from, configurationSet }: Sender, client = new SESv2Client({})): SendMail {
  const data = (Data: string) => ({ Data, Charset: 'UTF-8' });
  return async (to, { subject, text, html }, notice) => {
    try {
      await client.send(
        new SendEmailCommand({
          FromEmailAddress: from,
          ConfigurationSetName: configurationSet,
          EmailTags: [{ Name: NOTICE_TAG, Value: tagOfNotice(notice) }],
          Destination: { ToAddresses: [to] },
          Content: { Simple: { Subject: data(subject), Body: { Text: data(text), Html: data(html) } } },
        }),
      );
      return true;
    } catch (error) {
      logFailure(notice, error);
      logEvent('mail-refused');
      return false;
    }
  };
}
