import type { z } from 'zod';
import type { FormField } from './schema.ts';

/** The fields of a form that are asked in a channel. */
export const fieldsIn = <Field extends Pick<z.output<typeof FormField>, 'channels'>>(
  fields: readonly Field[],
  channel: string,
): Field[] => fields.filter(({ channels }) => channels?.some((each) => each === channel) ?? true);
