import { unitMarks, wordBase, wordCheck, wordIds } from './image';
import { MARK_ALONE, MARK_WORD } from './layout';
import { classAt } from './window';

/** Steps each reading takes before it counts as a tie. */
const STEPS: i32 = 3;

/** Nought if two classes make a word, else a positive number. */
export function strangeness(one: i32, other: i32): i32 {
  const row = <i32>load<u16>(wordBase + ((<usize>one) << 1));
  const id = <i32>load<u16>(wordIds + ((<usize>other) << 1));
  return <i32>load<u16>(wordCheck + ((<usize>(row + id)) << 1)) ^ id;
}

/** Whether two classes make a word. */
export function isWord(one: i32, other: i32): bool {
  return strangeness(one, other) === 0;
}

/** Marks of a class (`MARK_ALONE` and the others). */
export function markOf(unit: i32): i32 {
  return <i32>load<u8>(unitMarks + <usize>unit);
}

/** Units that a reading can go on by from `at`: 2 or 1, 0 at the end of the Chinese text, -1 when it is stuck. */
function stepForward(at: i32): i32 {
  const unit = classAt(at);
  const mark = markOf(unit);
  if ((mark & MARK_WORD) === 0) return 0;
  if (isWord(unit, classAt(at + 1))) return 2;
  return (mark & MARK_ALONE) !== 0 ? 1 : -1;
}

function stepBackward(at: i32): i32 {
  const unit = classAt(at);
  const mark = markOf(unit);
  if ((mark & MARK_WORD) === 0) return 0;
  if (isWord(classAt(at - 1), unit)) return 2;
  return (mark & MARK_ALONE) !== 0 ? 1 : -1;
}

/** Whether a term may end before `at`. The last unit of the term is at `at - 1`. */
export function mayEnd(at: i32): bool {
  if (!isWord(classAt(at - 1), classAt(at))) return true;
  let withTerm = at;
  let without = at + 1;
  for (let step = 0; step < STEPS; step++) {
    const a = stepForward(withTerm);
    if (a <= 0) return a === 0;
    const b = stepForward(without);
    if (b < 0) return true;
    withTerm += a;
    without += b;
  }
  return true;
}

/** Whether a term may begin at `at`. */
export function mayBegin(at: i32): bool {
  if (!isWord(classAt(at - 1), classAt(at))) return true;
  let withTerm = at - 1;
  let without = at - 2;
  for (let step = 0; step < STEPS; step++) {
    const a = stepBackward(withTerm);
    if (a <= 0) return a === 0;
    const b = stepBackward(without);
    if (b < 0) return true;
    withTerm -= a;
    without -= b;
  }
  return true;
}
