/** A component that rendered again, and the path of its question, if it belongs to one. */
export interface Rendered {
  readonly component: string;
  readonly path: string | undefined;
}

interface Fiber {
  readonly tag: number;
  readonly type: unknown;
  readonly flags: number;
  readonly alternate: Fiber | null;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
  readonly memoizedProps: unknown;
}

const seen: Rendered[] = [];
/**
 * React's internal numbers: tags of function, class, forwardRef and the two memo components, and the flag of a fiber
 * that did work.
 */
const components = new Set([0, 1, 11, 14, 15]);
const performedWork = 1;

/** React calls this hook at every commit. It walks the changed fibers, as React's developer tools do. */
Object.assign(globalThis, {
  __REACT_DEVTOOLS_GLOBAL_HOOK__: {
    supportsFiber: true,
    isDisabled: false,
    inject: () => 1,
    onCommitFiberUnmount: () => undefined,
    onCommitFiberRoot: (_id: number, root: { readonly current: Fiber }) => {
      if (root.current.alternate) walk(root.current, root.current.alternate, undefined);
    },
  },
});

/** Returns what rendered again since the last call. Import this module before React's renderer. */
export const rendered = (): readonly Rendered[] => seen.splice(0);

function walk(next: Fiber, before: Fiber, question: string | undefined): void {
  const own = (next.memoizedProps as { readonly path?: unknown } | null)?.path;
  const path = typeof own === "string" ? own : question;
  if (components.has(next.tag) && next.flags & performedWork) seen.push({ component: nameOf(next.type), path });
  if (next.child === before.child) return;
  for (let child = next.child; child; child = child.sibling) if (child.alternate) walk(child, child.alternate, path);
}

function nameOf(type: unknown): string {
  const { displayName, name } = (type ?? {}) as { displayName?: string; name?: string };
  return displayName ?? name ?? "?";
}
