import { useTranslations } from "use-intl";
import { Link } from "../../ui/Link.tsx";

const pages = [
  ["/today", "today.title"],
  ["/before-you-leave", "leave.title"],
  ["/paper", "today.paper"],
  ["/outbox", "outbox.title"],
  ["/devices", "devices.title"],
  ["/settings", "settings.title"],
] as const;

interface Props {
  readonly className: string;
  /** The class of the color of the links. */
  readonly color: string;
}

/** The pages of staff that belong to no single station. */
export function StaffLinks({ className, color }: Props) {
  const t = useTranslations();
  return (
    <nav className={className}>
      <ul className="flex flex-wrap gap-x-6 text-[.9375rem]">
        {pages.map(([to, words]) => (
          <li key={to}>
            <Link
              to={to}
              className={`inline-flex min-h-11 min-w-11 items-center no-underline [&:hover]:underline ${color}`}
            >
              {t(words)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
