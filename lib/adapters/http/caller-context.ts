import { Caller, Holder } from '../../domain/access/roles.ts';

/**
 * A caller as the authorizer hands it to a function. The gateway passes text only, and no client can write here. Names are not
 * ASCII, so the account is JSON in base64url.
 */
export const writeCaller = ({ holder, ...caller }: Caller) => ({
  ...caller,
  ...(holder && { holder: Buffer.from(JSON.stringify(Holder.parse(holder))).toString('base64url') }),
});

/** Undefined if it is not what an authorizer writes: then nobody is signed in. */
export function readCaller(context: unknown): Caller | undefined {
  const { success, data: caller } = Caller.safeParse(context);
  if (!success) return undefined;
  const { holder: written } = context as { readonly holder?: unknown };
  if (written === undefined) return caller;
  const holder = readHolder(written);
  return holder?.id === caller.account ? { ...caller, holder } : undefined;
}

function readHolder(written: unknown): Holder | undefined {
  try {
    return Holder.parse(JSON.parse(Buffer.from(String(written), 'base64url').toString()));
  } catch {
    return undefined;
  }
}
