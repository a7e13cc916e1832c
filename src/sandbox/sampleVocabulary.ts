import type { JsonObject } from "./exactJson.ts";

/** Sample data: every name, address, number and id below is made up (example.com, 555 numbers). */

/** API.md 3.2: `memberUserId` is the id leads are assigned by, `id` the short one of the member record. */
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
  // Above 2^53: a client that reads it as a JavaScript number assigns the lead to nobody (API.md 3.3).
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

/** API.md 3.1: a stage is under 20 characters. */
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

/** Every type there is (API.md 3.4). The first three are the ready stations' own. */
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
