import { expect, test } from "vitest";
import { onEveryStore } from "../testing/onEveryStore.ts";
import { visitorsRooms } from "../testing/visitorsRooms.ts";

onEveryStore("a NUL in an address or a look-up", (store) => {
  const world = visitorsRooms(store);

  test.each(["/api/leads/a%00b", "/api/outbox/a%00b", "/api/outbox/a%00b/whole", "/s/a%00b"])(
    "%s: 404",
    async (path) => {
      expect((await world.rooms.send("GET", path, undefined, { cookie: world.staff })).status).toBe(404);
    },
  );

  test("a contact with control characters is refused", async () => {
    const body = { emails: ["a\u0000b@example.com"] };
    expect((await world.rooms.send("POST", "/api/duplicates", body, { cookie: world.staff })).status).toBe(422);
  });
});
