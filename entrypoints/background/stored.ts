import { RequestError } from '../../src/messages/router.ts';
import { isStoreFailure, NotThereError } from '../../src/storage/store-failure.ts';

/** The store's failures as codes, so that the page can say that nothing was saved. What is a fault of ours stays one. */
export async function stored<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof NotThereError) throw new RequestError('not-found', error.message, { cause: error });
    if (isStoreFailure(error)) throw new RequestError('storage', error.name, { cause: error });
    throw error;
  }
}
