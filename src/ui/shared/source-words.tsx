/** A document in words: who, what, where in it, and when; a date is not broken. */
export function SourceWords({
  words,
  date,
}: {
  words: readonly (string | undefined)[];
  date?: string | undefined;
}) {
  const said = words.filter(Boolean).join(' · ');
  return (
    <>
      {said}
      {said && date && ' · '}
      {date && <span class="date">{date}</span>}
    </>
  );
}
