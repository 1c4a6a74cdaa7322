import type { Attachment } from './pdf/attachments.ts';

const extensions = new Set(
  'exe com scr pif cpl msi msp dll bat cmd ps1 vbs vbe js jse wsf wsh hta lnk jar app dmg pkg sh bash run elf apk deb rpm py pl reg chm iso'.split(
    ' ',
  ),
);

/** MZ, ELF, Mach-O in its four orders, and `#!`. */
const beginnings = [
  [0x4d, 0x5a],
  [0x7f, 0x45, 0x4c, 0x46],
  [0xfe, 0xed, 0xfa, 0xce],
  [0xfe, 0xed, 0xfa, 0xcf],
  [0xce, 0xfa, 0xed, 0xfe],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0x23, 0x21],
];

/** Whether a file is a program by its name or its beginning: a card must not bring one. It is no search for viruses. */
export const isExecutable = ({ name, octets }: Attachment): boolean =>
  extensions.has(/\.([^.]+?)[\s.]*$/u.exec(name)?.[1]?.toLowerCase() ?? '') ||
  beginnings.some((beginning) => beginning.every((octet, at) => octets[at] === octet));
