/** «Серікқызы Демо Айгерім» → «С. Д. А.»: all that the public register tells of a person. */
export const initialsOf = (fullName: string): string =>
  fullName
    .split(/[\s-]+/)
    .filter((part) => part !== '')
    .map((part) => `${Array.from(part)[0]?.toUpperCase() ?? ''}.`)
    .join(' ');
