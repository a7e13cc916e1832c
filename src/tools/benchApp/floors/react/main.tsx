import { useState } from "react";
import { createRoot } from "react-dom/client";
import "../floor.css";
import { left, steps, type FloorField } from "../fields.ts";

/** The minimum of a React form: uncontrolled boxes, each change is stored, and only a counter renders again. */
const answers: Record<string, string> = {};

function Field({ field }: { readonly field: FloorField }) {
  return (
    <p>
      <label htmlFor={field.name}>{field.label}</label>
      {field.limit === undefined ? <Box field={field} /> : <Counted field={field} limit={field.limit} />}
    </p>
  );
}

function Counted({ field, limit }: { readonly field: FloorField; readonly limit: number }) {
  const [text, setText] = useState(answers[field.name] ?? "");
  return (
    <>
      <output>{left(text, limit)}</output>
      <Box field={field} changed={setText} />
    </>
  );
}

interface BoxProps {
  readonly field: FloorField;
  readonly changed?: (text: string) => void;
}

function Box({ field: { name, type = "text" }, changed }: BoxProps) {
  const props = {
    id: name,
    name,
    autoComplete: "off",
    defaultValue: answers[name] ?? "",
    onChange: ({ target }: { readonly target: { readonly value: string } }) => {
      answers[name] = target.value;
      changed?.(target.value);
    },
  };
  return type === "area" ? <textarea {...props} /> : <input type={type} {...props} />;
}

function Form() {
  const [step, setStep] = useState(0);
  const fields = steps[step];
  if (!fields) return <h1>Thank you, {answers["firstName"]}</h1>;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (answers["firstName"]) setStep(step + 1);
      }}
    >
      {fields.map((field) => (
        <Field key={field.name} field={field} />
      ))}
      <button type="submit">Continue</button>
    </form>
  );
}

const root = document.getElementById("form");
if (root) createRoot(root).render(<Form />);
