import { render } from 'preact';
import { App } from './frame/app.tsx';
import { showContrast } from './frame/contrast.ts';
import { language, setLanguage } from './frame/language.ts';
import { followLinks } from './frame/location.ts';
import { keepShell } from './frame/keep-shell.ts';
import { watchOtherTabs } from './session/session.ts';

setLanguage(language.get());
showContrast();
followLinks();
watchOtherTabs();
render(<App />, document.querySelector('#app')!);
keepShell();
