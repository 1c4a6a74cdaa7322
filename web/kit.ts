/**
 * What pages are made with. Pages and their parts import it from here and not from the files behind it: this file is
 * bundled once, with the state that all pages share (lib/stack/bundle-pages.ts), and stands in every document, which starts it
 * when the page's own script is there.
 */
export { call, type Answer } from './api/call.ts';
export { isProblem, type Problem } from './http/problem.ts';
export { useAnswer, type Awaited } from './api/use-answer.ts';
export type { PageProps } from './frame/app.tsx';
export { fromBase64 } from './frame/base64.ts';
export { hasContrast, setContrast } from './frame/contrast.ts';
export { isDemo } from './frame/demo.ts';
export { BusyButton } from './frame/busy-button.tsx';
export { Icon, type IconName } from './frame/icon.tsx';
export { inBoth, useText } from './state/language.ts';
export { lazy } from './frame/lazy.tsx';
export { load } from './frame/load.ts';
export { Loaded } from './frame/loaded.tsx';
export { goTo, rename } from './state/location.ts';
export { Notice } from './frame/notice.tsx';
export { Page } from './frame/page.tsx';
export { ProblemNotice } from './frame/problem-notice.tsx';
export { remembered } from './state/remember.ts';
export { fill } from './texts/text.ts';
export { useWhen } from './frame/when.ts';
export { actions } from './frame/words.ts';
export { begin } from './session/begin.ts';
export { homeOf } from './session/home-of.ts';
export { keepGrant, signOut } from './session/session.ts';
export { session, useSession } from './session/use-session.ts';

// The rendering library has shared state, too: bundled pages import it from here (`public` tells knip so). The last
// three are the names that esbuild's automatic JSX uses.
export {
  /** @public */ useEffect,
  /** @public For what must come with the change, as the focus does: an effect comes later. */ useLayoutEffect,
  /** @public */ useMemo,
  /** @public */ useRef,
  /** @public */ useState,
} from 'preact/hooks';
export { /** @public */ Fragment, /** @public */ jsx, /** @public */ jsxs } from 'preact/jsx-runtime';

export { /** @public */ start } from './frame/start.tsx';
