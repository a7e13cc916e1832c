import { isVisited } from "#lead/station/allowed.ts";
import type { Problem } from "../browser/api.ts";
import { useStation } from "../station/useStation.ts";
import { nameOf, type Outgoing } from "./queue/outgoing.ts";
import { Sending } from "./Sending.tsx";
import { StaffReceipt } from "./StaffReceipt.tsx";
import { VisitorDone } from "./VisitorDone.tsx";

interface Props {
  readonly outgoing: Outgoing;
  readonly onNext: () => void;
  /** Returns to the form, with the issues that the proxy found. */
  readonly onBack: (problem: Problem | undefined) => void;
}

/** Replaces the form after Save. Staff see the delivery to Lofty, visitors see a thank-you. */
export function Receipt({ outgoing, onNext, onBack }: Props) {
  const visited = isVisited(useStation());
  return (
    <Sending id={outgoing.id}>
      {(sent) =>
        visited ? (
          <VisitorDone sent={sent} onDone={onNext} onBack={() => onBack(sent.problem)} />
        ) : (
          <StaffReceipt name={nameOf(outgoing.body)} sent={sent} onNext={onNext} onBack={() => onBack(sent.problem)} />
        )
      }
    </Sending>
  );
}
