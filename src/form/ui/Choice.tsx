import { Segment, Segments } from "./Segments.tsx";

interface Props<Value extends string> {
  readonly name: string;
  readonly legend: string;
  readonly values: readonly Value[];
  readonly now: Value;
  readonly wordOf: (value: Value) => string;
  readonly onChange: (value: Value) => void;
  /** The legend stands beside it already. */
  readonly isBare?: boolean;
}

/** One of a few values, on the pages of staff. */
export function Choice<Value extends string>({
  name,
  legend,
  values,
  now,
  wordOf,
  onChange,
  isBare = false,
}: Props<Value>) {
  return (
    <fieldset className="field">
      <legend className={isBare ? "sr-only" : "label"}>{legend}</legend>
      <Segments>
        {values.map((value) => (
          <Segment
            key={value}
            id={`${name}-${value}`}
            name={name}
            checked={value === now}
            onChange={() => onChange(value)}
          >
            {wordOf(value)}
          </Segment>
        ))}
      </Segments>
    </fieldset>
  );
}
