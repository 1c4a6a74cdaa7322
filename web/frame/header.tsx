import type { Language } from '../../lib/domain/language/bilingual.ts';
import type { StaffMenuProps } from '../later/staff-menu.tsx';
import { routes } from '../routes.ts';
import { useSession } from '../session/use-session.ts';
import { lazy } from './lazy.tsx';
import { demoText, frame } from './texts.ts';
import { isDemo } from './demo.ts';
import { setLanguage, useText } from '../state/language.ts';

const StaffMenu = lazy<StaffMenuProps>('later/staff-menu');
const names: Readonly<Record<Language, string>> = { kk: 'Қазақша', ru: 'Русский' };

export function Header({ page }: { readonly page: string | undefined }) {
  const t = useText();
  const session = useSession();
  const entries = routes.filter(
    ({ menu, who }) => menu && (who === 'everybody' || (session && who.includes(session.role))),
  );
  return (
    <>
      <a class="skip" href="#main">
        {t(frame.skip)}
      </a>
      <header class="top">
        <div class="bar">
          <div class="wide">
            <a class="mark" href="/">
              e<span aria-hidden="true">-</span>
              <span class="unseen">-</span>akimat
            </a>
            <nav class="menu" aria-label={t(frame.menu)}>
              {entries.map((entry) => (
                <a key={entry.path} href={entry.path} aria-current={entry.page === page ? 'page' : undefined}>
                  {t(entry.menu!)}
                </a>
              ))}
              {session && session.role !== 'applicant' && <StaffMenu page={page} />}
            </nav>
            <LanguageSwitch />
            <Person />
          </div>
        </div>
        {DEMO && isDemo && (
          <p class="demo">
            <span class="wide">{t(demoText)}</span>
          </p>
        )}
      </header>
    </>
  );
}

/** Each language is called by its own name. The page, and what was typed in it, stays. */
function LanguageSwitch() {
  const t = useText();
  return (
    <nav class="languages" aria-label={t(frame.language)}>
      {(['kk', 'ru'] as const).map((each) => (
        <a
          key={each}
          href={`?lang=${each}`}
          lang={each}
          hreflang={each}
          aria-current={t.language === each ? 'true' : undefined}
          onClick={(event) => {
            event.preventDefault();
            setLanguage(each);
          }}
        >
          {names[each]}
        </a>
      ))}
    </nav>
  );
}

const Who = lazy<object>('later/person');

function Person() {
  const t = useText();
  const session = useSession();
  return <p class="person">{session ? <Who key={session.account} /> : <a href="/app/sign-in">{t(frame.signIn)}</a>}</p>;
}
