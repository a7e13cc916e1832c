import { Printer } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { isVisited } from "#lead/allowed.ts";
import { useRoute } from "../../browser/route.ts";
import { PageFrame } from "../../lead/frame/PageFrame.tsx";
import { eventNow, withEvent } from "../../station/eventNow.ts";
import { lastStation } from "../../station/lastStation.ts";
import { useStations } from "../../station/useStations.ts";
import { StationContext, type FormStation } from "../../station/useStation.ts";
import { Link } from "../../ui/Link.tsx";
import { Grid } from "./Grid.tsx";
import { SheetPage } from "./SheetPage.tsx";

/** Plan B: a paper sheet to print (`/paper/sheet`), and a grid to key it in (`/paper`). */
export function PaperPage() {
  const [, view] = useRoute();
  const [named] = useState(() => new URLSearchParams(window.location.search).get("station"));
  const stations = useStations().data?.filter((station) => !isVisited(station));
  const station = stations?.find(({ id }) => id === (named ?? lastStation()?.id)) ?? stations?.[0];
  if (!station) return null;
  const here = withEvent(station, eventNow(station));
  return view === "sheet" ? <SheetPage station={here} /> : <KeyIn station={here} />;
}

function KeyIn({ station }: { readonly station: FormStation }) {
  const t = useTranslations("paper");
  return (
    <PageFrame
      wide
      title={t("title")}
      actions={
        <Link className="btn btn-secondary" to={`/paper/sheet?station=${station.id}`}>
          <Printer aria-hidden="true" />
          {t("print")}
        </Link>
      }
    >
      <StationContext value={station}>
        <Grid key={station.id} />
      </StationContext>
    </PageFrame>
  );
}
