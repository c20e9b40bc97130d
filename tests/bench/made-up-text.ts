import list from '../../assets/text/words.json' with { type: 'json' };

/** A stream of numbers in [0, 1) that is the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

const PARTICLES = '的與及在對為以於由將已並之等是有不也各該其';
const LATIN = ['AI', '5G', 'digital', 'data', 'policy', '2.0', '2026', 'APEC', 'cloud', 'Taiwan'];

function vocabulary(): string[] {
  const words: string[] = [];
  for (const group of list.words.split(' '))
    for (let at = 1; at < group.length; at++) words.push(group.charAt(0) + group.charAt(at));
  const next = randomNumbers(7);
  for (let at = words.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1));
    [words[at], words[other]] = [words[other] ?? '', words[at] ?? ''];
  }
  return words;
}

/** Made-up Chinese of `length` units or one or two more: words by Zipf's law, particles, punctuation, some Latin words. */
export function madeUpText(seed: number, length: number): string {
  const next = randomNumbers(seed);
  const words = vocabulary();
  const top = Math.log(words.length);
  const parts: string[] = [];
  for (let size = 0, sentence = 0; size < length; sentence++) {
    const roll = next();
    let part: string;
    if (sentence > 6 + next() * 14) {
      part = next() < 0.6 ? '，' : next() < 0.9 ? '。' : '。\n';
      sentence = 0;
    } else if (roll < 0.14) part = PARTICLES.charAt(Math.floor(next() * PARTICLES.length));
    else if (roll < 0.155) part = LATIN[Math.floor(next() * LATIN.length)] ?? '';
    else part = words[Math.floor(Math.exp(next() * top)) - 1] ?? '';
    parts.push(part);
    size += part.length;
  }
  return parts.join('');
}

/** `count` different terms of 2 to 8 units cut out of texts, without white space or punctuation. */
export function termsFrom(texts: readonly string[], count: number, seed: number): string[] {
  const next = randomNumbers(seed);
  const terms = new Set<string>();
  const lengths = [2, 2, 3, 3, 4, 4, 4, 5, 5, 6, 6, 7, 8];
  for (let tries = 0; terms.size < count && tries < count * 40; tries++) {
    const text = texts[Math.floor(next() * texts.length)] ?? '';
    const start = Math.floor(next() * text.length);
    const term = text.slice(start, start + (lengths[Math.floor(next() * lengths.length)] ?? 4));
    if (term.length > 1 && !/[\s，。]/.test(term)) terms.add(term);
  }
  return [...terms];
}
