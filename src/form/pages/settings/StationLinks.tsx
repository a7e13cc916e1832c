import { ChevronRight } from "lucide-react";
import { useTranslations } from "use-intl";
import { Link } from "../../ui/Link.tsx";
import { row } from "../../ui/row.ts";
import { useStations } from "../../station/useStations.ts";

/** Links to the settings of each station. All devices of a station share them. */
export function StationLinks() {
  const t = useTranslations();
  const { data } = useStations();
  return (
    <section aria-labelledby="station-settings">
      <h2 id="station-settings" className="mb-3 text-xl">
        {t("pages.stations")}
      </h2>
      <ul className="card divide-y divide-line">
        {data?.map(({ id, name, profile }) => (
          <li key={id}>
            <Link to={`/settings/${id}`} className={row}>
              <span className="flex-1">
                <bdi>{name}</bdi> <span className="font-normal text-ink-3">{t(`pages.profiles.${profile}`)}</span>
              </span>
              <ChevronRight aria-hidden="true" className="text-ink-3" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
