import { type ArticleNumber, articleHead, isDivision } from '../text/article.ts';
import type { Line } from './lines.ts';

/** An article as it stands on a page. */
export interface Article {
  readonly number: ArticleNumber;
  readonly head: Line;
  /** Its paragraphs and items, each a line; the head is none of them unless text follows on the same line. */
  readonly lines: readonly { readonly line: Line; readonly text: string }[];
}

/** The articles of a page, in its order; one number may stand several times, as in a comparison of two laws. */
export function articlesOf(lines: Iterable<Line>): Article[] {
  const articles: { number: string; head: Line; lines: { line: Line; text: string }[] }[] = [];
  let open: (typeof articles)[number] | undefined;
  for (const line of lines) {
    const head = articleHead(line.text);
    if (head) {
      open = { number: head.number, head: line, lines: [] };
      articles.push(open);
      const rest = line.text.slice(head.end).trim();
      // （目的） behind the number names the article.
      if (rest && !/^[（(【][^）)】]*[）)】]$/.test(rest)) open.lines.push({ line, text: rest });
    } else if (isDivision(line.text)) {
      open = undefined;
    } else {
      open?.lines.push({ line, text: line.text });
    }
  }
  return articles;
}

/** The article of a number; undefined when there is none, and when there are several. */
export function articleNumbered(articles: readonly Article[], number: ArticleNumber): Article | undefined {
  const found = articles.filter((article) => article.number === number);
  return found.length === 1 ? found[0] : undefined;
}
