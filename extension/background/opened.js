// @ts-check
// Which tracked links were opened lately.
import { ask } from "./server.js";

export async function opened() {
  const { data } = await ask("GET", "/v1/clicks/recent");
  return { clicks: data.clicks };
}
