import { expect, test } from "vitest";
import { likelyDates, readBoxes, writeDate } from "./dates.ts";

const now = new Date("2026-11-28T12:00:00Z");

test.each([
  ["6", "5", "2001", "Jun 5, 2001"],
  ["june", "05", "2001", "Jun 5, 2001"],
  ["Sept.", "5", "2001", "Sep 5, 2001"],
  ["juin", "5", "2001", "Jun 5, 2001"],
  ["juillet", "5", "2001", "Jul 5, 2001"],
  ["März", "5", "2001", "Mar 5, 2001"],
  ["agosto", "5", "2001", "Aug 5, 2001"],
  ["déc.", "5", "2001", "Dec 5, 2001"],
  ["6月", "5", "2001", "Jun 5, 2001"],
  ["十一月", "5", "2001", "Nov 5, 2001"],
  ["６", "５", "２００１", "Jun 5, 2001"],
  ["", "05.06.2001", "", " · 05.06.2001 · "],
  ["jui", "5", "2001", "jui · 5 · 2001"],
  ["十", "5", "2001", "十 · 5 · 2001"],
  ["junk", "5", "2001", "junk · 5 · 2001"],
  ["Marble", "5", "2001", "Marble · 5 · 2001"],
  ["13", "5", "2001", "13 · 5 · 2001"],
  ["0", "5", "2001", "0 · 5 · 2001"],
  ["Jun", "5th", "2001", "Jun · 5th · 2001"],
  ["Jun", "5", "01", "Jun · 5 · 01"],
  ["Feb", "30", "2001", "Feb · 30 · 2001"],
  ["", "5", "", " · 5 · "],
  ["06/05/2001", "", "", "06/05/2001"],
  ["", "", "", ""],
])("boxes %j %j %j: writes %j, which is read back unchanged", (month, day, year, text) => {
  expect(writeDate({ month, day, year })).toBe(text);
  if (!/^\w{3} \d/.test(text)) expect(readBoxes(text)).toEqual({ month, day, year });
});

test.each([
  ["06/05/2001", ["Jun 5, 2001", "May 6, 2001"]],
  ["6/5/2001", ["Jun 5, 2001", "May 6, 2001"]],
  ["06-05-2001", ["Jun 5, 2001", "May 6, 2001"]],
  ["06.05.2001", ["Jun 5, 2001", "May 6, 2001"]],
  ["13/05/2001", ["May 13, 2001"]],
  ["05/13/2001", ["May 13, 2001"]],
  ["05/05/2001", ["May 5, 2001"]],
  ["2001-06-05", ["Jun 5, 2001"]],
  ["June 5, 2001", ["Jun 5, 2001"]],
  ["june 5th 2001", ["Jun 5, 2001"]],
  ["Tuesday, June 5, 2001", ["Jun 5, 2001"]],
  ["the 5th of June, 2001", ["Jun 5, 2001"]],
  ["5-Jun-2001", ["Jun 5, 2001"]],
  ["5 de junio de 2001", ["Jun 5, 2001"]],
  ["le 5 juin 2001", ["Jun 5, 2001"]],
  ["5. Juni 2001", ["Jun 5, 2001"]],
  ["2001年6月5日", ["Jun 5, 2001"]],
  ["5 de junio del 2001", ["Jun 5, 2001"]],
  ["martes, 5 de junio de 2001", ["Jun 5, 2001"]],
  ["Miercoles 5 de junio de 2001", ["Jun 5, 2001"]],
  ["Dienstag, den 5. Juni 2001", ["Jun 5, 2001"]],
  ["1er juin 2001", ["Jun 1, 2001"]],
  ["1º de junio de 2001", ["Jun 1, 2001"]],
  ["２００１年６月５日", ["Jun 5, 2001"]],
  ["2001年6月5日火曜日", ["Jun 5, 2001"]],
  ["2001年6月5日 星期二", ["Jun 5, 2001"]],
  [" · 06/05/2001 · ", ["Jun 5, 2001", "May 6, 2001"]],
  [" ·  · 2001-06-05", ["Jun 5, 2001"]],
  [" · 31.12.2001 · ", ["Dec 31, 2001"]],
  ["Jun · 5th · 2001", ["Jun 5, 2001"]],
  ["Jun · 5 · 01", ["Jun 5, 2001", "Jun 5, 1901"]],
  ["6 · 5 · 85", ["Jun 5, 1985"]],
  ["06/05/85", ["Jun 5, 1985", "May 6, 1985"]],
  ["02/30/2001", []],
  ["13/13/2001", []],
  ["June 2001", []],
  ["junk 5, 2001", []],
  ["6/5", []],
  ["06/05/2001 10:30", []],
  ["06/05/001", []],
  ["06/05/20011", []],
  ["6 · 5 · 2027", []],
])("a birthday typed as %j: offers %j", (text, dates) => expect(likelyDates(text, true, now, "en")).toEqual(dates));

test("a date that may be in the future: a two-digit year is in this century or the last", () => {
  expect(likelyDates("Jun · 5 · 27", false, now, "en")).toEqual(["Jun 5, 2027", "Jun 5, 1927"]);
});

test.each(["de", "es", "fr"])("%s: the day is read first, in any box", (locale) => {
  for (const text of ["05.06.2001", " · 05.06.2001 · "])
    expect(likelyDates(text, true, now, locale)).toEqual(["Jun 5, 2001", "May 6, 2001"]);
});
