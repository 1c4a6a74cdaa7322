import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';

/** A P-256 key that signs and cannot be exported. */
export interface SigningKey {
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: () => Promise<Uint8Array>;
  /** ECDSA with SHA-256; DER, as ANSI X9.62 has it. */
  readonly sign: (message: Uint8Array) => Promise<Uint8Array>;
}

/** The key that signs, and those before and after it, whose signatures are accepted, too. */
export type SigningKeys = readonly [SigningKey, ...Pick<SigningKey, 'publicKey'>[]];

/** The keys in KMS; the first one signs. */
export function openSigningKeys(ids: readonly string[], client = new KMSClient({})): SigningKeys {
  const [first, ...others] = ids.map((id) => openSigningKey(id, client));
  if (!first) throw new Error('No key to sign with');
  return [first, ...others];
}

/** The key in KMS. Its public half never changes and is fetched once. */
export function openSigningKey(KeyId: string, client = new KMSClient({})): SigningKey {
  let known: Uint8Array | undefined;
  return {
    async publicKey() {
      known ??= present((await client.send(new GetPublicKeyCommand({ KeyId }))).PublicKey);
      return known;
    },
    async sign(Message) {
      const command = new SignCommand({ KeyId, Message, MessageType: 'RAW', SigningAlgorithm: 'ECDSA_SHA_256' });
      return present((await client.send(command)).Signature);
    },
  };
}

function present(bytes: Uint8Array | undefined) {
  if (!bytes) throw new Error('KMS answered without the bytes that were asked for');
  return bytes;
}
