import type { Answer, Failure, Payload, Reply, RequestName } from './protocol.ts';

/** A request that failed: `code` as the background gave it, or `unreachable` when no answer came. */
export class MessageError extends Error {
  readonly code: Failure['code'] | 'unreachable';
  constructor(code: Failure['code'] | 'unreachable', message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'MessageError';
    this.code = code;
  }
}

/** Sends a request and resolves to its answer. Throws `MessageError`. */
export type Client = <N extends RequestName>(type: N, payload: Payload<N>) => Promise<Answer<N>>;

/**
 * How often a request is sent anew when the channel closed under it: the browser may stop the worker between any two
 * messages, and every request is idempotent (ids are made by the sender), so asking again is safe.
 */
const TRIES = 3;

/** The asking end of the protocol, over `send` (the browser's `runtime.sendMessage` or a stand-in in tests). */
export function createClient(
  send: (message: { type: string; payload: unknown }) => Promise<unknown>,
): Client {
  const ask = async (message: { type: string; payload: unknown }): Promise<Reply> => {
    let last: unknown;
    for (let attempt = 0; attempt < TRIES; attempt++) {
      try {
        const reply = (await send(message)) as Reply | undefined;
        if (reply) return reply;
        last = new Error('no answer');
      } catch (error) {
        last = error;
      }
    }
    throw new MessageError('unreachable', `${message.type}: no answer`, { cause: last });
  };
  return async (type, payload) => {
    const reply = await ask({ type, payload });
    if (reply.ok) return reply.value as Answer<typeof type>;
    throw new MessageError(reply.error.code, reply.error.message);
  };
}
