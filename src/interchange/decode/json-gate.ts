import { DEEPEST_JSON } from '../limits.ts';
import { Refusal } from '../notices.ts';

const RESERVED = ['__proto__', 'constructor', 'prototype'];

/** Refuses JSON that is nested deeper than any list is, before it is parsed. */
function checkDepth(text: string): void {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      for (at++; at < text.length && text.charCodeAt(at) !== 0x22; at++)
        if (text.charCodeAt(at) === 0x5c) at++;
    } else if (code === 0x5b || code === 0x7b) {
      if (++depth > DEEPEST_JSON) throw new Refusal('json-deep', { most: DEEPEST_JSON });
    } else if (code === 0x5d || code === 0x7d) depth--;
  }
}

/** Refuses keys with which a careless program could be made to change its own objects. */
function checkKeys(value: unknown): void {
  const queue: unknown[] = [value];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    const reserved = Array.isArray(next)
      ? undefined
      : Object.keys(next).find((key) => RESERVED.includes(key));
    if (reserved) throw new Refusal('json-keys', { name: reserved });
    for (const inner of Object.values(next))
      if (typeof inner === 'object' && inner !== null) queue.push(inner);
  }
}

/** The value of a JSON text, checked for depth and for reserved keys. Throws `Refusal`. */
export function parseJsonSafely(text: string): unknown {
  checkDepth(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Refusal('json-broken', { reason: error instanceof Error ? error.message : '' });
  }
  checkKeys(value);
  return value;
}
