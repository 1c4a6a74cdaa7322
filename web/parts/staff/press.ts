/** What is pressed, as it stands on the keycap: `J`, `/`, `?`, `1–9`, `F8`. */
export type Cap = string;

/** Of a key that went down. */
interface Pressed {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/**
 * Whether that key was pressed; of `1–9` which of them. By the place of a letter, not by what it writes: J is where О
 * stands when the keyboard is Kazakh or Russian, and the digits of a Kazakh one write letters.
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
