import { Component, type ReactNode } from "react";
import { askAgain } from "../browser/askAgain.ts";

interface Props {
  /** Renders what is shown instead of the children. `again` renders the children again. */
  readonly fallback: (error: unknown, again: () => void) => ReactNode;
  readonly children: ReactNode;
}

/** Catches errors that its children throw while they render. */
export class Boundary extends Component<Props, { readonly error: unknown }> {
  override state = { error: undefined };
  static getDerivedStateFromError(error: unknown) {
    return { error };
  }
  private readonly again = () => {
    askAgain();
    this.setState({ error: undefined });
  };
  override render() {
    const { error } = this.state;
    return error === undefined ? this.props.children : this.props.fallback(error, this.again);
  }
}
