/** The two hierarchies of the demo authority: every demo person has a key of each. */
export const demoFamilies = ['rsa', 'gost-2015'] as const;
export type DemoFamily = (typeof demoFamilies)[number];
