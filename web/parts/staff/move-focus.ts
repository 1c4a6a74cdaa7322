/** Moves the focus to the control of the next or previous line of the table; from elsewhere to the first. */
export function moveFocus(by: 1 | -1) {
  const all = [...document.querySelectorAll<HTMLElement>('.queue tbody tr')];
  const at = all.findIndex((row) => row.contains(document.activeElement));
  const row = all[at === -1 ? 0 : at + by];
  row?.querySelector<HTMLElement>('.act .button')?.focus();
  row?.scrollIntoView({ block: 'nearest' });
}

/** Chooses the line of the table where the focus is, or lets it go. */
export function chooseFocused() {
  document.activeElement?.closest('.queue tbody tr')?.querySelector<HTMLElement>('.tick')?.click();
}
