import { left, steps, type FloorField } from "../fields.ts";

/** Returns all steps as HTML; only the first is visible. */
export const fieldsAsHtml = (): string =>
  steps
    .map((fields, at) => `<fieldset ${at === 0 ? "" : "hidden"}>${fields.map(fieldAsHtml).join("")}</fieldset>`)
    .join("\n");

function fieldAsHtml({ name, label, type = "text", limit }: FloorField): string {
  const counter = limit === undefined ? "" : `<output data-limit="${limit}">${left("", limit)}</output>`;
  const attributes = `id="${name}" name="${name}" autocomplete="off"`;
  const box = type === "area" ? `<textarea ${attributes}></textarea>` : `<input type="${type}" ${attributes} />`;
  return `<p><label for="${name}">${label}</label>${counter}${box}</p>`;
}
