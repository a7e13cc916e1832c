import type { ComponentType } from "react";
import type { Kind } from "#lead/kinds.ts";
import type { FieldKey } from "#lead/questions.ts";
import { AddressOffer } from "./AddressOffer.tsx";
import { DateOffer } from "./DateOffer.tsx";
import { EmailOffer } from "./EmailOffer.tsx";
import { NameOffer } from "./NameOffer.tsx";
import { NumberOffer } from "./NumberOffer.tsx";
import { PhoneOffer } from "./PhoneOffer.tsx";
import { PlusOffer } from "./PlusOffer.tsx";
import { RangeOffer } from "./RangeOffer.tsx";
import { SplitOffer } from "./SplitOffer.tsx";
import { StateOffer } from "./StateOffer.tsx";
import { TurnOffer } from "./TurnOffer.tsx";

/** Corrections of an answer. They are only offered, never made automatically. */
type Offers = readonly ComponentType<{ readonly path: string }>[];

/** The offers for each answer of a kind. */
export const offersByKind: Partial<Record<Kind, Offers>> = {
  text: [TurnOffer],
  token: [TurnOffer],
  lines: [TurnOffer],
  phone: [PhoneOffer, PlusOffer, SplitOffer],
  email: [EmailOffer, AddressOffer],
  money: [NumberOffer],
  integer: [NumberOffer],
  decimal: [NumberOffer],
  decimalText: [NumberOffer],
  date: [DateOffer],
};

/** The offers for single fields. The upper end of a range compares itself with the lower end. */
export const offersByKey: Partial<Record<FieldKey, Offers>> = {
  firstName: [NameOffer],
  leadFamilyMemberList_firstName: [NameOffer],
  inquiry_priceMax: [RangeOffer],
  inquiry_bedroomsMax: [RangeOffer],
  inquiry_bathroomsMax: [RangeOffer],
  property_priceMax: [RangeOffer],
  inquiry_locations_stateCode: [StateOffer],
};
