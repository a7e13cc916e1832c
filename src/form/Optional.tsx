import { Component, Suspense, type ReactNode } from "react";

/** What a form can do without: drawn once it has arrived, absent when it cannot be had. No answer depends on it. */
export class Optional extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override render() {
    return this.state.failed ? null : <Suspense>{this.props.children}</Suspense>;
  }
}
