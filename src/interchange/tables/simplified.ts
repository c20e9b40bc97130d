import folding from '../../../assets/text/folding.json' with { type: 'json' };

let forms: { traditional: ReadonlySet<string>; simplified: ReadonlySet<string> } | undefined;

function characterForms() {
  if (forms) return forms;
  const pairs = [...folding.simplified.matchAll(/../gsu)].map(([pair]) => pair);
  const traditional = new Set(pairs.map((pair) => pair[0] ?? ''));
  // 后, 里, 干 are simplified forms of one word and the right form of another.
  const both = new Set(folding.apart);
  const simplified = new Set(
    pairs
      .map((pair) => pair[1] ?? '')
      .filter((character) => !traditional.has(character) && !both.has(character)),
  );
  forms = { traditional, simplified };
  return forms;
}

const LEAST = 3;
const TIMES = 4;

/** Whether texts are written in Simplified Chinese: several simplified forms and hardly a Traditional one. */
export function areSimplified(texts: Iterable<string>): boolean {
  const { traditional, simplified } = characterForms();
  const counts = { traditional: 0, simplified: 0 };
  for (const text of texts) {
    for (const character of text) {
      if (traditional.has(character)) counts.traditional++;
      else if (simplified.has(character)) counts.simplified++;
    }
  }
  return counts.simplified >= LEAST && counts.simplified >= counts.traditional * TIMES;
}
