import { useEffect, useState } from 'preact/hooks';
import { goTo, lazy, load, signOut, useAnswer, useSession, useText } from '../kit.ts';
import { personTexts } from '../texts/person.ts';
import { onNoticesRead } from '../parts/notices-read.ts';
import type { LeaveUnsentProps } from './leave-unsent.tsx';

const LeaveUnsent = lazy<LeaveUnsentProps>('later/leave-unsent');

/** Who is signed in, how many notices they have not read, and the way out; in the header, after the page has come. */
export default function Person() {
  const isCitizen = useSession()?.role === 'applicant';
  return (
    <>
      {isCitizen && <Unread />}
      <Name />
      <SignOut isCitizen={isCitizen} />
    </>
  );
}

/** An employee who leaves something unsent is asked first. */
function SignOut({ isCitizen }: { readonly isCitizen: boolean }) {
  const t = useText();
  const [isLeaving, setLeaving] = useState(false);
  const [unsent, setUnsent] = useState(0);
  const leave = async () => {
    setLeaving(true);
    if (!isCitizen) await forgetUnsent();
    await signOut();
    setLeaving(false);
    goTo('/');
  };
  const ask = async () => {
    const count = isCitizen ? 0 : await countUnsent();
    if (count > 0) setUnsent(count);
    else await leave();
  };
  return (
    <>
      <button type="button" class="link" disabled={isLeaving} onClick={() => void ask()}>
        {t(personTexts.signOut)}
      </button>
      {unsent > 0 && <LeaveUnsent unsent={unsent} leave={() => void leave()} stay={() => setUnsent(0)} />}
    </>
  );
}

const outbox = () => load<typeof import('./leave-unsent.tsx')>('later/leave-unsent');
/** Who cannot read the outbox is not kept from signing out. */
const none = () => 0;
const countUnsent = () =>
  outbox()
    .then(({ count }) => count())
    .catch(none);
const forgetUnsent = () =>
  outbox()
    .then(({ forget }) => forget())
    .catch(none);

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
