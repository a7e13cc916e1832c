import facts from "./facts.json" with { type: "json" };

/** A schema of Lofty's OpenAPI document, reduced to what the sandbox uses. */
export interface Schema {
  readonly type?: string;
  readonly format?: string;
  /** The values that the documentation lists. */
  readonly enum?: readonly (string | number)[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly $ref?: string;
  readonly readOnly?: boolean;
}

const schemas: Readonly<Record<string, Schema>> = facts.schemas;

export type BodyName = keyof typeof facts.schemas;

export function schemaOf(schema: Schema | BodyName): Schema {
  const name = typeof schema === "string" ? schema : schema.$ref;
  const found = name === undefined ? (schema as Schema) : schemas[name];
  if (found === undefined) throw new Error(`facts.json has no schema ${name}`);
  return found;
}
