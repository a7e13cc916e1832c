import { ArrowLeft, ArrowRight } from "lucide-react";

/** The arrows of Back and Continue: the first step has neither, so they arrive after its first key. */
export const Back = () => <ArrowLeft aria-hidden="true" />;
export const Forward = () => <ArrowRight aria-hidden="true" />;
