import { Pencil } from "lucide-react";
import { useLayoutEffect, useRef, useState, type FormEvent } from "react";
import { useTranslations } from "use-intl";
import { isolated } from "#lead/characters.ts";
import type { DeviceView } from "#lead/submission/deviceReport.ts";
import { useUnsaved } from "../../browser/unsaved.ts";
import { useDeviceAction } from "./useDevices.ts";
import { Box, TextBox } from "../../ui/TextBox.tsx";
import { Message } from "../../ui/Message.tsx";

/** The most characters that the proxy takes. */
const longest = 60;

/** A device's name, with a button to change it. */
export function Rename({ device, name }: { readonly device: DeviceView; readonly name: string }) {
  const t = useTranslations("devices");
  const [typed, setTyped] = useState<string>();
  const { mutate, isError, isPending, reset } = useDeviceAction(device.id);
  const change = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLInputElement>(null);
  const isOpen = typed !== undefined;
  const wasOpen = useRef(false);
  useLayoutEffect(() => {
    if (isOpen) box.current?.focus();
    else if (wasOpen.current) change.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  const next = typed?.trim() ?? "";
  const isLong = next.length > longest;
  useUnsaved(next !== "" && next !== (device.name ?? ""));
  const end = () => {
    reset();
    setTyped(undefined);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (next === "" || next === name) end();
    else if (!isLong && !isPending) mutate({ action: "rename", name: next }, { onSuccess: end });
  };
  if (typed === undefined)
    return (
      <h2 className="flex items-center gap-1 font-ui text-md font-semibold">
        <bdi className="wrap-anywhere">{name}</bdi>
        <button
          ref={change}
          type="button"
          className="-my-2 grid size-11 shrink-0 place-items-center text-ink-3"
          onClick={() => setTyped(device.name ?? "")}
        >
          <Pencil aria-hidden="true" className="size-4" />
          <span className="sr-only">{t("rename", { name: isolated(name) })}</span>
        </button>
      </h2>
    );
  const wrong = isLong ? t("nameLong", { most: longest }) : isError ? t("notDone") : undefined;
  return (
    <form className="flex flex-wrap items-center gap-2" noValidate onSubmit={submit}>
      <label className="sr-only" htmlFor={`name-${device.id}`}>
        {t("name")}
      </label>
      <Box isWrong={wrong !== undefined}>
        <TextBox
          id={`name-${device.id}`}
          ref={box}
          onKeyDown={({ key }) => key === "Escape" && end()}
          autoComplete="off"
          placeholder={name}
          value={typed}
          aria-invalid={wrong !== undefined || undefined}
          aria-describedby={wrong && `name-${device.id}-error`}
          onChange={({ target }) => {
            setTyped(target.value);
            reset();
          }}
        />
      </Box>
      <button type="submit" className="btn btn-secondary">
        {t("save")}
      </button>
      {wrong && (
        <div className="basis-full">
          <Message tone="over" id={`name-${device.id}-error`} role="alert">
            {wrong}
          </Message>
        </div>
      )}
    </form>
  );
}
