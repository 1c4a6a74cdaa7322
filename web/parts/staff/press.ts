/** A key as on the keycap: `J`, `/`, `?`, `1–9`, `F8`. */
export type Cap = string;

/** A key that went down. */
interface Pressed {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/**
 * Whether that key was pressed; for `1–9`, which of them. It goes by the place of a letter, not by what it writes: on a
 * Kazakh or Russian keyboard J is where О is, and the digits of a Kazakh keyboard write letters.
 */
export function isPress(cap: Cap, pressed: Pressed): number | boolean {
  const { key, code, shiftKey, ctrlKey, altKey, metaKey } = pressed;
  if (ctrlKey || altKey || metaKey) return false;
  if (cap === '?') return key === '?' || (code === 'Slash' && shiftKey);
  if (/^F\d/.test(cap)) return key === cap;
  if (cap === '+') return key === '+' || code === 'Equal' || code === 'NumpadAdd';
  if (shiftKey) return false;
  if (cap === '/') return key === '/' || (code === 'Slash' && key !== '?');
  if (cap === '−') return key === '-' || code === 'Minus' || code === 'NumpadSubtract';
  const [, last] = /^1–(\d)$/.exec(cap) ?? [];
  if (last === undefined) return code === `Key${cap}`;
  const [, digit] = /^(?:Digit|Numpad)([1-9])$/.exec(code) ?? [];
  return digit !== undefined && digit <= last ? Number(digit) : false;
}

/** Keys that write nothing work while somebody types, too. */
export const worksWhileTyping = (cap: Cap): boolean => /^F\d/.test(cap);
