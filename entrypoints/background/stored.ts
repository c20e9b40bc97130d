import { RequestError } from '../../src/messages/router.ts';

/** The store's failures as one code, so that the page can say that nothing was saved. */
export async function stored<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new RequestError('storage', error instanceof Error ? error.name : 'storage failed', {
      cause: error,
    });
  }
}
