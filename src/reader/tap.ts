/** What a tap would set going: a link, or an element that says that it is one. */
const FOLLOWED = 'a[href], area[href], [role="link"], [onclick]';

/** The link that an event began in, through shadow roots too. */
export function linkUnder(event: Event): Element | undefined {
  return event
    .composedPath()
    .find((target): target is Element => target instanceof Element && target.matches(FOLLOWED));
}
