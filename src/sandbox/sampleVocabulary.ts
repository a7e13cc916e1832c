import type { JsonObject } from "./exactJson.ts";

/** Sample data: all names, addresses, numbers and ids below are invented (example.com, 555 numbers). */

/** Leads are assigned by `memberUserId`. `id` is the short id of the member record (LOFTY.md 3.2). */
const member = (id: number, memberUserId: bigint, name: string, groupId: number) => ({
  id,
  teamId: 100001,
  memberUserId,
  firstName: "Sample",
  lastName: name,
  email: `sample.${name.toLowerCase().replaceAll(" ", ".")}@example.com`,
  phoneNumber: `55555501${String(id).slice(-2)}`,
  role: id === 200001 ? 1 : 2,
  roleName: id === 200001 ? "Admin" : "Agent",
  isAdmin: id === 200001,
  status: 1,
  groupId,
  groupName: groupId === 300002 ? "Sample Office North" : "Sample Office South",
});

export const members = [
  member(200001, 651_095_960_100_001n, "Agent One", 300002),
  member(200002, 651_095_960_100_002n, "Agent Two", 300002),
  // Above 2^53. A client that parses it as a JavaScript number assigns the lead to no one (LOFTY.md 3.3).
  member(200003, 1_738_234_566_814_900_003n, "Agent Three", 300003),
];

export const me = member(200001, 651_095_960_100_001n, "Agent One", 300002);

export const org = {
  orgType: 2,
  enterpriseInfo: {
    groupId: 300001,
    groupName: "Sample Brokerage",
    profileId: 400001,
    profileName: "Sample Profile",
    visibleOrgInfoList: [
      { groupId: 300001, groupName: "Sample Brokerage", parentId: 0 },
      { groupId: 300002, groupName: "Sample Office North", parentId: 300001 },
      { groupId: 300003, groupName: "Sample Office South", parentId: 300001 },
    ],
  },
  multiTeamInfo: { multiTeamId: 100001, multiTeamName: "Sample Team" },
};

/** A stage has fewer than 20 characters (LOFTY.md 3.1). */
export const stageNames = ["New Leads", "Attempted Contact", "Active Client", "Under Contract", "Closed", "Archived"];

export const tagNames = ["Open House", "Relocation", "First-time buyer", "Sample tag with a comma, and more"];

export const ponds = [
  {
    id: 600001,
    pondName: "Sample Pond",
    pondOwnerId: me.memberUserId,
    agentIds: members.map((one) => one.memberUserId),
  },
];

const attribute = (attributeName: string, attributeType: string, option?: readonly string[]): JsonObject => ({
  attributeName,
  attributeType,
  value: "",
  params: option === undefined ? "" : JSON.stringify({ option }),
});

/** One attribute of each type (LOFTY.md 3.4). */
export const sampleAttributes: readonly JsonObject[] = [
  attribute("Open house visited", "text"),
  attribute("Feedback on the home", "single_select", ["Loved it", "Maybe", "Not for us"]),
  attribute("Must-haves", "multi_select", ["Garage", "Garden", "Pool", "Home office"]),
  attribute("Number of pets", "number"),
  attribute("Lease ends", "date"),
  attribute("Wedding anniversary", "anniversary_date"),
  attribute("Down payment", "percentage"),
  attribute("Pre-approved amount", "currency"),
];
