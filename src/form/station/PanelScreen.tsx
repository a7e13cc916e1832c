import type { ReactNode } from "react";
import { HousePicture } from "./HousePicture.tsx";
import { Wordmark } from "./Wordmark.tsx";

interface Props {
  readonly heading: ReactNode;
  /** Words on the dimension line of the house drawing. */
  readonly caption?: string | undefined;
  readonly upright?: string | undefined;
  /** At the right of the wordmark. */
  readonly corner?: ReactNode;
  /** Words and the button, at the lower left. */
  readonly children: ReactNode;
  /** The last row of the screen. */
  readonly foot: ReactNode;
}

/** A kiosk's first and last screen: words and one large button at the left, the house drawing at the right. */
export function PanelScreen({ heading, caption, upright, corner, children, foot }: Props) {
  return (
    <main className="on-dark relative isolate flex min-h-dvh flex-col overflow-hidden bg-panel bg-linear-to-t from-panel-2 to-panel to-25% px-6 pt-6 text-on-panel select-none sm:px-10 lg:px-16 lg:pt-10 lg:pb-5">
      <div className="flex min-h-16 items-center justify-between gap-4">
        <Wordmark className="text-[1.625rem]/[calc(14/9)]" />
        {corner}
      </div>
      <div className="mt-6 lg:mt-11">{heading}</div>
      <div className="mt-6 flex flex-col items-start gap-8 lg:mt-auto lg:gap-13">{children}</div>
      <HousePicture
        caption={caption}
        upright={upright}
        viewBox="-46 40 850 480"
        className="pointer-events-none -z-10 -mx-6 mt-auto w-[calc(100%+3rem)] max-w-205 self-center pt-4 [mask-image:linear-gradient(90deg,transparent,#000_12%)] lg:absolute lg:-end-11 lg:bottom-31.5 lg:m-0 lg:w-[70vw] lg:p-0"
        photoClass="house-photo pointer-events-none -z-10 -mx-6 mt-auto h-[38vh] self-stretch sm:-mx-10 lg:absolute lg:inset-0 lg:m-0 lg:h-auto"
      />
      <div className="flex flex-col pb-4 lg:min-h-29.5 lg:pb-0">{foot}</div>
    </main>
  );
}
