const KEPT = 'contrast';

/** As chosen in the footer, otherwise as the system is set. */
export const hasContrast = () =>
  (localStorage.getItem(KEPT) ?? (matchMedia('(prefers-contrast: more)').matches ? 'more' : 'usual')) === 'more';

export function setContrast(strong: boolean) {
  localStorage.setItem(KEPT, strong ? 'more' : 'usual');
  showContrast();
}

export const showContrast = () => document.documentElement.classList.toggle('contrast', hasContrast());
