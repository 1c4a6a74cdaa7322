import { render } from 'preact';
import { watchOtherTabs } from '../session/session.ts';
import { App } from './app.tsx';
import { showContrast } from './contrast.ts';
import { holdStill } from './hold-still.ts';
import { keepShell } from './keep-shell.ts';
import { language, setLanguage } from '../state/language.ts';
import { followLinks, place } from '../state/location.ts';
import { forgetEarly } from '../http/early-answers.ts';

/** Starts the pages: the frame with the page at this address. */
export function start() {
  holdStill();
  setLanguage(language.get());
  showContrast();
  followLinks();
  watchOtherTabs();
  place.watch(forgetEarly);
  render(<App />, document.querySelector('#app')!);
  keepShell();
}
