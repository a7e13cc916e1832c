import { lazy, type ComponentType, type LazyExoticComponent } from "react";
import { RequestError } from "../browser/api.ts";
import { failedUntilAgain } from "../browser/askAgain.ts";

type Module<Name extends string, Props extends object> = { readonly [Key in Name]: ComponentType<Props> };

/**
 * A component in its own script, loaded when it is first rendered: `onDemand(() => import("./TodayPage.tsx"),
 * "TodayPage")`. Throws a RequestError if the script cannot be loaded. Try again loads it again (askAgain.ts).
 */
export function onDemand<Name extends string, Props extends object>(
  load: () => Promise<Module<Name, Props>>,
  name: Name,
): ComponentType<Props> {
  let asked: LazyExoticComponent<ComponentType<Props>> | undefined;
  const ask = () =>
    lazy(async () => {
      try {
        return { default: (await load())[name] as ComponentType<Props> };
      } catch {
        failedUntilAgain(() => (asked = undefined));
        throw new RequestError();
      }
    });
  return function OnDemand(props) {
    const Part = (asked ??= ask()) as unknown as ComponentType<Props>;
    return <Part {...props} />;
  };
}
