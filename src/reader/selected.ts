/** Whether any of a range is selected: over a selection the reader is busy with it, and no card may come between. */
export function holdsSelection(range: Range): boolean {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return false;
  const selected = selection.getRangeAt(0);
  if (selected.startContainer.getRootNode() !== range.startContainer.getRootNode()) return false;
  return (
    selected.compareBoundaryPoints(Range.START_TO_END, range) > 0 &&
    selected.compareBoundaryPoints(Range.END_TO_START, range) < 0
  );
}
