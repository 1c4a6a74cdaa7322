import type { ComponentType } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { findPage, type Found } from '../routes.ts';
import { session, useSession } from '../session/use-session.ts';
import { SessionWatch } from './session-watch.tsx';
import { Header } from './header.tsx';
import { lazy } from './lazy.tsx';
import { load } from './load.ts';
import { goTo, place, signInHere } from '../state/location.ts';
import { Offline } from './offline.tsx';
import { NotLoaded } from './not-loaded.tsx';
import { useStore } from '../state/use-store.ts';

export interface PageProps {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

interface Shown extends Found {
  readonly Content: ComponentType<PageProps>;
  readonly query: string;
  readonly moved: number;
}

const Footer = lazy<object>('later/footer');

/** The frame: it stays, and the page inside it changes when its script has arrived. */
export function App() {
  const shown = usePage();
  return (
    <>
      <Header page={shown?.page} />
      <Offline />
      <main id="main">
        {shown && <shown.Content key={shown.moved} params={shown.params} query={new URLSearchParams(shown.query)} />}
      </main>
      <Footer />
      <SessionWatch />
    </>
  );
}

function usePage(): Shown | undefined {
  const here = useStore(place);
  const signedIn = useSession();
  const [shown, setShown] = useState<Shown>();
  // Not after the frame has been drawn: an old phone takes a while for that, and the page's script is there already.
  useLayoutEffect(() => {
    let wanted = true;
    const found = allowed(findPage(here.path), signedIn?.role);
    if (found === 'sign in') {
      goTo(signInHere(), { replace: true });
      return undefined;
    }
    void load<{ readonly default: ComponentType<PageProps> }>(`pages/${found.page}`)
      .catch(() => ({ default: PageNotLoaded }))
      .then(({ default: Content }) => {
        if (wanted) setShown({ ...found, Content, query: here.query, moved: here.moved });
      });
    return () => {
      wanted = false;
    };
  }, [here, signedIn?.role]);
  return shown;
}

const PageNotLoaded = () => (
  <div class="wide page">
    <NotLoaded />
  </div>
);

/** The server decides who may do what; this only saves people from a page that would refuse them. */
function allowed(found: Found, role: NonNullable<ReturnType<typeof session.get>>['role'] | undefined) {
  if (found.who === 'everybody' || (role && found.who.includes(role))) return found;
  return role ? { ...found, page: 'denied' } : 'sign in';
}
