import { useEffect } from 'preact/hooks';
import { useAnswer, useSession, useText } from '../kit.ts';
import { personTexts } from '../texts/person.ts';
import { onNoticesRead } from '../parts/notices-read.ts';

/** Who is signed in, and how many notices they have not read; in the header, after the page has come. */
export default function Person() {
  return useSession()?.role === 'applicant' ? (
    <>
      <Unread />
      <Name />
    </>
  ) : (
    <Name />
  );
}

function Name() {
  const { value } = useAnswer('GET /account');
  return value ? (
    <a class="name" href="/app/account">
      {value.fullName}
    </a>
  ) : null;
}

function Unread() {
  const t = useText();
  const { value, reload } = useAnswer('GET /notices', { query: { limit: 1 } });
  useEffect(() => onNoticesRead(reload), []);
  return value && value.unread > 0 ? (
    <a class="unread" href="/app/notices">
      <b>{value.unread}</b> {t(personTexts.unread, { n: value.unread })}
      <span class="unseen">{t(personTexts.notices, { n: value.unread })}</span>
    </a>
  ) : null;
}
