import { render } from 'preact';
import { watchOtherTabs } from '../session/session.ts';
import { App } from './app.tsx';
import { showContrast } from './contrast.ts';
import { holdStill } from './hold-still.ts';
import { keepShell } from './keep-shell.ts';
import { language, setLanguage } from '../state/language.ts';
import { loadBy, type Load } from './load.ts';
import { followLinks } from '../state/location.ts';

/** Starts the pages: the frame with the page at this address. */
export function start(load: Load) {
  loadBy(load);
  holdStill();
  setLanguage(language.get());
  showContrast();
  followLinks();
  watchOtherTabs();
  render(<App />, document.querySelector('#app')!);
  keepShell();
}
