import { datedPage, dateOfPage } from '../page/page-date.ts';
import { localDay } from '../text/local-day.ts';

/** The date of the page that is being read. */
export class DatedPage {
  #known: { address: string; date: string | undefined } | undefined;

  /** The date that the page gives for itself; looked for when a card first needs it, and again on another address. */
  date(): string | undefined {
    const address = location.href;
    if (this.#known?.address !== address) {
      const found = dateOfPage(datedPage(document), localDay(new Date()));
      this.#known = { address, date: found?.date };
    }
    return this.#known.date;
  }
}
