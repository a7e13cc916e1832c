import type { ReactNode } from "react";

interface Props {
  /** Its padding at the sides, and how its buttons stand. */
  readonly className: string;
  readonly children: ReactNode;
}

/** The main actions, at the lower edge of the screen. On a low screen they scroll with the page. */
export function Bar({ className, children }: Props) {
  return (
    <footer
      className={`sticky bottom-0 z-5 flex items-center gap-3 border-t border-line bg-surface pt-3 pb-[max(.75rem,env(safe-area-inset-bottom))] [@media(height<=480px)]:relative ${className}`}
    >
      {children}
    </footer>
  );
}
