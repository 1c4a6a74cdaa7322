import { lazy, Loaded, Notice, Page, useAnswer, useText, useWhen, type Answer } from '../kit.ts';
import type { ConfirmEmailProps } from '../later/confirm-email.tsx';
import type { OfferedPostProps } from '../later/offered-post.tsx';
import { ContactsForm } from '../parts/contacts-form.tsx';
import { accountTexts } from '../texts/account.ts';
import { keptTexts } from '../texts/kept.ts';
import { mailTexts } from '../texts/mail.ts';

const Rest = lazy<OfferedPostProps>('later/account-rest');
const ConfirmEmail = lazy<ConfirmEmailProps>('later/confirm-email');
const OfferedPost = lazy<OfferedPostProps>('later/offered-post');

export default function Account() {
  const t = useText();
  const when = useWhen();
  const account = useAnswer('GET /account');
  return (
    <Page title={t(accountTexts.title)}>
      <Loaded from={account}>
        {(found) => (
          <>
            <Facts account={found} />
            {found.offered && <OfferedPost account={found} />}
            {found.keptUntil && <p class="small">{t(keptTexts.account, { day: when(found.keptUntil) })}</p>}
            <section>
              <h2>{t(accountTexts.contacts)}</h2>
              {found.unmailed?.map(({ at }) => (
                <Notice key={at} kind="warning">
                  {t(mailTexts.unmailed, { at: when(at) })}
                </Notice>
              ))}
              {found.askedEmail && <ConfirmEmail account={found} changed={account.reload} />}
              <ContactsForm account={found} changed={account.reload} />
            </section>
            <Rest account={found} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

type Found = Answer<'GET /account'>;

function Facts({ account: { iin, confirmed, officeName, position } }: { readonly account: Found }) {
  const t = useText();
  return (
    <dl class="facts">
      <div>
        <dt>{t(accountTexts.iin)}</dt>
        <dd>
          {iin} — {t(confirmed ? accountTexts.proved : accountTexts.unproved)}
        </dd>
      </div>
      {position !== undefined && (
        <div>
          <dt>{t(accountTexts.position)}</dt>
          <dd lang="ru">{position}</dd>
        </div>
      )}
      {officeName !== undefined && (
        <div>
          <dt>{t(accountTexts.office)}</dt>
          <dd lang="ru">{officeName}</dd>
        </div>
      )}
    </dl>
  );
}
