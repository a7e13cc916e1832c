import { Printer } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { isVisited } from "#lead/station/allowed.ts";
import { useRoute } from "../../browser/route.ts";
import { PageFrame } from "../../lead/frame/PageFrame.tsx";
import { eventNow, withEvent } from "../../station/eventNow.ts";
import { lastStation } from "../../station/lastStation.ts";
import { useStations } from "../../station/useStations.ts";
import { StationContext, type FormStation } from "../../station/useStation.ts";
import { Link } from "../../ui/Link.tsx";
import { Grid } from "./Grid.tsx";
import { HouseLine } from "./HouseLine.tsx";
import { HouseQuestion } from "./HouseQuestion.tsx";
import { hashOf, houseIn } from "./houseInHash.ts";
import type { House } from "./lines.ts";
import { SheetPage } from "./SheetPage.tsx";
import { useLines } from "./useLines.ts";

/** Plan B: a paper sheet to print (`/paper/sheet`), and a grid to key it in (`/paper`). */
export function PaperPage() {
  const [, view] = useRoute();
  const [named] = useState(() => new URLSearchParams(window.location.search).get("station"));
  const [chosen] = useState(() => houseIn(window.location.hash));
  const stations = useStations().data?.filter((station) => !isVisited(station));
  const station = stations?.find(({ id }) => id === (named ?? lastStation()?.id)) ?? stations?.[0];
  if (!station) return null;
  /** The event of an agent station is that of the device. A sheet may be of another one, and is then asked for. */
  const house = station.profile === "agent" && chosen !== undefined ? chosen : eventNow(station);
  return view === "sheet" ? (
    <SheetPage station={withEvent(station, house)} house={chosen} />
  ) : (
    <KeyIn key={station.id} station={station} first={house} />
  );
}

/** `first`: the house when the page opens. */
function KeyIn({ station, first }: { readonly station: FormStation; readonly first: House | undefined }) {
  const t = useTranslations("paper");
  const isAgents = station.profile === "agent";
  const lines = useLines(`paper:${station.id}`, isAgents ? first : undefined);
  const [isChanging, setChanging] = useState(false);
  const { house } = lines;
  const here = useMemo(() => withEvent(station, isAgents ? house : eventNow(station)), [station, isAgents, house]);
  const answer = (to: House) => {
    lines.move(to);
    setChanging(false);
  };
  return (
    <PageFrame
      wide="full"
      title={t("title")}
      actions={
        <Link className="btn btn-secondary" to={`/paper/sheet?station=${station.id}${hashOf(house)}`}>
          <Printer aria-hidden="true" />
          {t("print")}
        </Link>
      }
    >
      <StationContext value={here}>
        {isAgents && (house === undefined || isChanging) && (
          <HouseQuestion onAnswer={answer} onCancel={house === undefined ? undefined : () => setChanging(false)} />
        )}
        {isAgents && house !== undefined && !isChanging && (
          <HouseLine house={house} onChange={() => setChanging(true)} />
        )}
        {(!isAgents || house !== undefined) && <Grid sheet={lines} />}
      </StationContext>
    </PageFrame>
  );
}
