import { expect, it } from "vitest";
import { hasRoom, requireRoom } from "../../src/evidence/room.js";

const MB = 1024 * 1024;

it("files are taken while a twentieth of the disk and 200 MB are free", () => {
  expect(hasRoom({ freeBytes: 600 * MB, totalBytes: 10_000 * MB })).toBe(true);
  expect(hasRoom({ freeBytes: 499 * MB, totalBytes: 10_000 * MB })).toBe(false);
  expect(hasRoom({ freeBytes: 199 * MB, totalBytes: 1_000 * MB })).toBe(false);
});

it("a full disk, or one that cannot say, refuses with words", async () => {
  const full = (): Promise<{ freeBytes: number; totalBytes: number }> => Promise.resolve({ freeBytes: 1, totalBytes: MB });
  await expect(requireRoom(".", full)).rejects.toMatchObject({ status: 503, message: expect.stringContaining("存不下文件") as string });
  await expect(requireRoom("/no/such/folder")).rejects.toMatchObject({ code: "no-room" });
});
