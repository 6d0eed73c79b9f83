import { type ObjectDirectory, openObjectDirectory } from '@social/runtime/object-directory';
import type { ObjectStore } from './object-store.ts';
import type { LinkSigner } from './upload-link.ts';

/** Files in a directory, which this service takes in itself by the links that it gives out. */
export type DirectoryStore = ObjectStore & ObjectDirectory;

export async function openDirectory(root: string, signer: LinkSigner): Promise<DirectoryStore> {
  const directory = await openObjectDirectory(root);
  return { ...directory, link: async (key, terms) => signer.link(key, terms) };
}
