/**
 * What pages are made with. Pages and their parts take it from here and not from the files behind: so every script needs
 * the same, and esbuild makes one file of it instead of a dozen.
 */
export { call, type Answer, type Sent } from './api/call.ts';
export { isProblem, type Problem } from './api/problem.ts';
export { useAnswer, type Awaited } from './api/use-answer.ts';
export type { PageProps } from './frame/app.tsx';
export { BusyButton } from './frame/busy-button.tsx';
export { Icon, type IconName } from './frame/icon.tsx';
export { inBoth, useText } from './frame/language.ts';
export { lazy } from './frame/lazy.tsx';
export { Loaded } from './frame/loaded.tsx';
export { goTo, rename } from './frame/location.ts';
export { Notice } from './frame/notice.tsx';
export { Page } from './frame/page.tsx';
export { ProblemNotice } from './frame/problem-notice.tsx';
export type { Facts, Text } from './frame/text.ts';
export { useWhen } from './frame/when.ts';
export { actions } from './frame/words.ts';
export { begin } from './session/begin.ts';
export { session, useSession } from './session/use-session.ts';
