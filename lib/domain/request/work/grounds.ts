import * as z from 'zod';
import { extensionGrounds, type ExtensionGround as Name } from './extension-grounds.ts';

/** A ground of the list. */
export const ExtensionGround = z.enum(Object.keys(extensionGrounds) as [Name, ...Name[]]);
export type ExtensionGround = z.infer<typeof ExtensionGround>;
