/** The heading of a submission's line, in any list. */
export const headingOf = (id: string) => document.getElementById(id)?.querySelector("h3");
