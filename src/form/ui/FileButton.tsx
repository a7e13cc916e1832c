import { useRef, type ReactNode } from "react";

interface Props {
  readonly label: string;
  readonly icon: ReactNode;
  /** The types of files, as in the `accept` attribute. */
  readonly accept: string;
  /** The name of the file box, if it is not that of the button. */
  readonly boxLabel?: string;
  readonly onFile: (file: File) => void;
}

/** A button that opens the browser's choice of a file. */
export function FileButton({ label, icon, accept, boxLabel = label, onFile }: Props) {
  const box = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className="btn btn-secondary" onClick={() => box.current?.click()}>
        {icon}
        {label}
      </button>
      <input
        ref={box}
        type="file"
        autoComplete="off"
        accept={accept}
        hidden
        aria-label={boxLabel}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) onFile(file);
        }}
      />
    </>
  );
}
