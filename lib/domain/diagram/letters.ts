/**
 * Letters by width in hundredths of the type size, rounded up: DejaVu Sans, the widest face that a reader is likely to
 * have, so that what fits here fits in Arial and Liberation Sans, too. A test compares the table with the font.
 */
const byWidth: Readonly<Record<number, string>> = {
  28: "'ijlі",
  30: 'IJІ',
  32: ' ,.·',
  34: '/:;\\|',
  36: 'f',
  38: '-',
  40: '()[]t',
  42: '!r',
  46: '"',
  50: '*_`–',
  52: '„“”',
  54: '?szгз',
  56: 'Lcсэ',
  58: 'Fk',
  60: 'vxyвтухчьғұү',
  62: 'PTYaeoГРТУабекояёәқөҰҮ«»',
  64: '$0123456789ESbdghnpqu{}ЕлрЁһ',
  66: 'KЗийнп',
  68: 'Ғң',
  70: 'ABCRVXZАБВСХЧЬЭЯдцҺ',
  72: 'КъҚ',
  74: 'U',
  76: 'HNИЙЛНПмҢ',
  78: '&DGЦ',
  80: 'OQДОыӘӨ',
  82: 'w',
  84: '#+<=>^~Ъ×',
  86: 'фю',
  88: 'MМФ',
  90: 'Ы',
  92: 'жш',
  96: '%щ',
  98: 'm',
  100: '@W—…',
  104: '№',
  108: 'ЖШЮ',
  110: 'Щ',
};

const widths = new Map(
  Object.entries(byWidth).flatMap(([width, letters]) =>
    Array.from(letters).map((letter) => [letter, Number(width)] as const),
  ),
);

/** How much wider bold letters are at most. */
const BOLD = 1.27;

/** Upper bound of a line's width in pixels, for a type size in pixels. A letter missing from the table counts as wide. */
export function measure(line: string, size: number, bold = false): number {
  const hundredths = Array.from(line).reduce((sum, letter) => sum + (widths.get(letter) ?? 110), 0);
  return (hundredths * size * (bold ? BOLD : 1)) / 100;
}

export const letters: readonly string[] = [...widths.keys()];
