import type { FormStation } from "../../../station/useStation.ts";

const inAttribute = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** Returns the HTML that shows a station's form in a web page: a frame, and the script that sets its height. */
export const snippetOf = ({ id, name }: Pick<FormStation, "id" | "name">, origin: string): string =>
  [
    `<iframe title="${inAttribute(name)}" src="${origin}/embed/${id}" style="width:100%;border:0" height="560"></iframe>`,
    `<script async src="${origin}/embed.js"></script>`,
  ].join("\n");
