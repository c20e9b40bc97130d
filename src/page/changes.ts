import { changedNodes } from './changed-nodes.ts';

/** Time that changes of the page are collected before they are read, milliseconds: a ticker must not keep us busy. */
const BATCH_DELAY = 200;

/** Changes from which on they are not looked at one by one: the whole tree is read again. */
const MOST_RECORDS = 20_000;

/** What is watched of a tree: all that may change which text can be read in it. */
export const WATCHED: MutationObserverInit = {
  childList: true,
  characterData: true,
  subtree: true,
  attributes: true,
  attributeFilter: ['contenteditable', 'hidden'],
};

/** The outermost of a set of nodes: reading one reads all that it contains. */
function outermost(nodes: ReadonlySet<Node>): Node[] {
  return [...nodes].filter((node) => {
    for (let at = node.parentNode; at; at = at.parentNode) if (nodes.has(at)) return false;
    return true;
  });
}

/**
 * Watches a tree and tells, in batches, which nodes must be read again. `watch` adds another tree (a shadow
 * root). Ends with `signal`.
 */
export function watchChanges(
  root: Node,
  onChange: (roots: Node[]) => void,
  signal: AbortSignal,
): { watch(tree: Node): void } {
  let pending: MutationRecord[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    const records = pending;
    pending = [];
    const changed = records.length > MOST_RECORDS ? new Set([root]) : changedNodes(records);
    const roots = outermost(changed).filter((node) => node.isConnected);
    if (roots.length > 0) onChange(roots);
  };
  // This runs within the task of the page that made the changes: they are only kept here, and looked at in our own time.
  const observer = new MutationObserver((records) => {
    if (pending.length === 0) pending = records;
    else if (pending.length <= MOST_RECORDS) for (const record of records) pending.push(record);
    timer ??= setTimeout(flush, BATCH_DELAY);
  });
  observer.observe(root, WATCHED);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  return { watch: (tree) => observer.observe(tree, WATCHED) };
}
