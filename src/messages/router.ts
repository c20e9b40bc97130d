import type { z } from 'zod';
import {
  type Answer,
  type Failure,
  isForPages,
  isRequestName,
  type Received,
  type Reply,
  type RequestName,
  requests,
} from './protocol.ts';

/** One handler a request. It gets the validated payload and who sent it. */
export type Handlers<Sender> = {
  [N in RequestName]: (payload: Received<N>, sender: Sender) => Promise<Answer<N>>;
};

/** Thrown by a handler to answer with a certain failure code. */
export class RequestError extends Error {
  readonly code: Failure['code'];
  constructor(code: Failure['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'RequestError';
    this.code = code;
  }
}

function failure(error: unknown): Reply {
  if (error instanceof RequestError)
    return { ok: false, error: { code: error.code, message: error.message } };
  return {
    ok: false,
    error: { code: 'internal', message: error instanceof Error ? error.message : String(error) },
  };
}

/** Path and reason of each issue, without the offending values: those may be text of the page. */
function issuesOf(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`).join('; ');
}

/**
 * The receiving end of the protocol: `(message, sender)` → reply, or `undefined` for a message that is not ours.
 * Validates the payload before the handler and the answer after it. `isOwnPage`: whether the sender is a page of the
 * extension, which may ask everything.
 */
export function createRouter<Sender>(handlers: Handlers<Sender>, isOwnPage: (sender: Sender) => boolean) {
  return async (message: unknown, sender: Sender): Promise<Reply | undefined> => {
    const { type, payload } = (message ?? {}) as { type?: unknown; payload?: unknown };
    if (!isRequestName(type)) return undefined;
    if (!isForPages(type) && !isOwnPage(sender))
      return { ok: false, error: { code: 'denied', message: `${type}: not for scripts in pages` } };
    const request = requests[type].payload.safeParse(payload ?? null);
    if (!request.success) {
      return { ok: false, error: { code: 'bad-request', message: `${type}: ${issuesOf(request.error)}` } };
    }
    try {
      const handler = handlers[type] as (payload: unknown, sender: Sender) => Promise<unknown>;
      const answer = requests[type].answer.safeParse(await handler(request.data, sender));
      if (answer.success) return { ok: true, value: answer.data };
      return { ok: false, error: { code: 'bad-answer', message: `${type}: ${issuesOf(answer.error)}` } };
    } catch (error) {
      return failure(error);
    }
  };
}
