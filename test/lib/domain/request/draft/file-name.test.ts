import { describe, expect, it } from '@jest/globals';
import { FileName } from '../../../../../lib/domain/request/draft/file-name.ts';

describe('the name of a scan', () => {
  it.each([
    'udostoverenie.pdf',
    'Скан № 5 (қосымша).pdf',
    '.htaccess',
    "l'acte [1] + 2 = 3; a,b&c.pdf",
    '1'.repeat(200),
  ])('may be %s', (name) => {
    expect(FileName.parse(name)).toBe(name);
  });

  it('is kept in NFC, without blanks around it', () => {
    expect(FileName.parse(' и\u0306.pdf ')).toBe('й.pdf');
  });

  it.each([
    ['scan\u202efdp.exe', 'scanfdp.exe'],
    ['a\u2028b.pdf', 'ab.pdf'],
    ['a\u200bb.pdf', 'ab.pdf'],
    ['../x', '..x'],
    ['a\\b', 'ab'],
    ['=cmd,calc.pdf', 'cmd,calc.pdf'],
    ['=+- @x.pdf', 'x.pdf'],
    ['\u202e=1.pdf', '1.pdf'],
    ['a-b=c+d@e.pdf', 'a-b=c+d@e.pdf'],
  ])('loses misleading characters: %j becomes %j', (name, kept) => {
    expect(FileName.parse(name)).toBe(kept);
  });

  it.each([
    ...['', ' ', '.', '..', '. .', '/', '=+-', '\u202e', 'C:nul', '"; rm -rf.pdf', '<img src=x>.pdf', '=cmd|calc.pdf'],
    ...['a\u0000.pdf', 'a\nb.pdf', '\ud800.pdf', '\ue000.pdf'],
    'x'.repeat(201),
  ])('may not be %j', (name) => {
    expect(FileName.safeParse(name).success).toBe(false);
  });
});
