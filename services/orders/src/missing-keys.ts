import type { FieldCipher } from '@social/runtime/field-cipher';
import type { KeyNotes } from '@social/runtime/key-notes';

/**
 * Keys that may have sealed something here and that are not given: a sentence each, with what to do. Orders do not tell
 * their key in an index; what every process notes does, until `rotate-keys.ts` has seen that nothing is left.
 */
export async function missingKeys(notes: KeyNotes, { keyIds }: FieldCipher): Promise<string[]> {
  const noted = await notes.noted();
  return noted
    .filter(({ keyId }) => !keyIds.has(keyId))
    .map(
      ({ keyId }) =>
        `orders may be sealed with key ${keyId}, which ORDERS_ENCRYPTION_KEYS lacks: put it back behind the new one, ` +
        'and run rotate-keys before it goes',
    );
}
