const KEPT = 'contrast';

/** Beside the system's own setting, which the style sheet follows. */
export const hasContrast = () => localStorage.getItem(KEPT) === 'more';

export function setContrast(strong: boolean) {
  localStorage.setItem(KEPT, strong ? 'more' : 'usual');
  showContrast();
}

export const showContrast = () => document.documentElement.classList.toggle('contrast', hasContrast());
