/** The heading of a submission's line, wherever it stands now. */
export const nameIn = (id: string) => document.getElementById(id)?.querySelector("h3");
