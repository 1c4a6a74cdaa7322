import * as z from 'zod';
import { mailingWords } from '../../../domain/mailing/words.ts';
import { MailingState, type Mailing } from '../../../domain/output/mailing.ts';
import { ShownInstant } from './shown-instant.ts';
import { ShownText } from './shown-text.ts';

/** A mailing of a result, without the address. */
export const MailingView = z
  .object({
    state: MailingState,
    text: ShownText,
    askedAt: ShownInstant,
    sentAt: ShownInstant.optional(),
    until: ShownInstant.optional().meta({ format: 'date-time', description: 'How long the mailed address works' }),
    openedAt: ShownInstant.optional(),
  })
  .meta({ id: 'Mailing' });

export const viewMailing = ({ state, askedAt, sentAt, until, openedAt }: Mailing): z.infer<typeof MailingView> => ({
  ...{ state, text: mailingWords[state], askedAt },
  ...(sentAt && { sentAt, until }),
  ...(openedAt && { openedAt }),
});
