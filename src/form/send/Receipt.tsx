import { isVisited } from "#lead/allowed.ts";
import type { Problem } from "../api.ts";
import { useStation } from "../station/useStation.ts";
import { nameOf, type Outgoing } from "./outgoing.ts";
import { Sending } from "./Sending.tsx";
import { StaffReceipt } from "./StaffReceipt.tsx";
import { VisitorDone } from "./VisitorDone.tsx";

interface Props {
  readonly outgoing: Outgoing;
  readonly onNext: () => void;
  /** Back to the form, with what the proxy found wrong. */
  readonly onBack: (problem: Problem | undefined) => void;
}

/** What became of the lead, in the form's place: staff follow it to Lofty, visitors are thanked. */
export function Receipt({ outgoing, onNext, onBack }: Props) {
  const visited = isVisited(useStation());
  return (
    <Sending outgoing={outgoing}>
      {(sent) =>
        visited ? (
          <VisitorDone sent={sent} onDone={onNext} onBack={() => onBack(sent.problem)} />
        ) : (
          <StaffReceipt name={nameOf(outgoing)} sent={sent} onNext={onNext} onBack={() => onBack(sent.problem)} />
        )
      }
    </Sending>
  );
}
