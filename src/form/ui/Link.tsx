import type { AnchorHTMLAttributes, MouseEvent } from "react";
import { leaveBox } from "../browser/leaveBox.ts";
import { navigate } from "../browser/route.ts";

interface Props extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href" | "onClick"> {
  readonly to: string;
  readonly onGo?: () => void;
}

/** A link to a page of the app. A plain click does not reload the page; the link can still be opened in a new tab. */
export function Link({ to, onGo, children, ...rest }: Props) {
  const go = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    // Not every browser moves the focus to a pressed link.
    leaveBox();
    onGo?.();
    navigate(to);
  };
  return (
    <a {...rest} href={to} onClick={go}>
      {children}
    </a>
  );
}
