/** The heading of a submission's line, in any list. */
export const nameIn = (id: string) => document.getElementById(id)?.querySelector("h3");
