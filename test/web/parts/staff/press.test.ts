import { describe, expect, it } from '@jest/globals';
import { isPress, worksWhileTyping } from '../../../../web/parts/staff/press.ts';

const none = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };
const down = (key: string, code: string, more: Partial<typeof none> = {}) => ({ ...none, ...more, key, code });

describe('a letter', () => {
  it('is recognised by its place: a Russian keyboard writes О where J is', () => {
    expect(isPress('J', down('j', 'KeyJ'))).toBe(true);
    expect(isPress('J', down('о', 'KeyJ'))).toBe(true);
    expect(isPress('J', down('k', 'KeyK'))).toBe(false);
  });

  it('with Ctrl, Alt, Meta or Shift is left to the browser or the screen reader', () => {
    for (const held of ['ctrlKey', 'altKey', 'metaKey', 'shiftKey'])
      expect([held, isPress('J', down('j', 'KeyJ', { [held]: true }))]).toEqual([held, false]);
  });
});

describe('a digit', () => {
  it('is recognised, also where a Kazakh keyboard writes letters', () => {
    expect(isPress('1–9', down('3', 'Digit3'))).toBe(3);
    expect(isPress('1–9', down('ң', 'Digit3'))).toBe(3);
    expect(isPress('1–9', down('9', 'Numpad9'))).toBe(9);
  });

  it('beyond the last one, or zero, is not recognised', () => {
    expect(isPress('1–5', down('6', 'Digit6'))).toBe(false);
    expect(isPress('1–5', down('5', 'Digit5'))).toBe(5);
    expect(isPress('1–9', down('0', 'Digit0'))).toBe(false);
  });
});

describe('a mark', () => {
  it('is recognised by itself or by its place: ? is not /', () => {
    expect(isPress('?', down('?', 'Slash', { shiftKey: true }))).toBe(true);
    expect(isPress('?', down('?', 'Digit7', { shiftKey: true }))).toBe(true);
    expect(isPress('/', down('?', 'Slash'))).toBe(false);
    expect(isPress('/', down('/', 'Slash'))).toBe(true);
    expect(isPress('/', down('.', 'Slash'))).toBe(true);
  });

  it('enlarges with + and =, and makes smaller with -', () => {
    expect(isPress('+', down('+', 'Equal', { shiftKey: true }))).toBe(true);
    expect(isPress('+', down('=', 'Equal'))).toBe(true);
    expect(isPress('−', down('-', 'Minus'))).toBe(true);
  });
});

it('only keys that write nothing work while somebody types', () => {
  expect(['J', '1–9', '/', '?', 'F8', 'F9'].filter(worksWhileTyping)).toEqual(['F8', 'F9']);
  expect(isPress('F9', down('F9', 'F9'))).toBe(true);
});
