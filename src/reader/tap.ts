/** What a tap would set going: a link or a control, or an element that says that it is one. */
const FOLLOWED =
  'a[href], area[href], button, summary, label, [role="link"], [role="button"], [role="tab"], [role="menuitem"], [onclick]';

/** The link or control that an event began in, through shadow roots too. */
export function linkUnder(event: Event): Element | undefined {
  return event
    .composedPath()
    .find((target): target is Element => target instanceof Element && target.matches(FOLLOWED));
}
