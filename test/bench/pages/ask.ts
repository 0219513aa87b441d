import { Agent, request } from "node:http";

/** How many answers a second a server gives to `atOnce` that ask one after the other, for so long; all of them 200. */
export async function answersPerSecond(
  addresses: string[],
  {
    atOnce,
    milliseconds,
    headers = {},
  }: { atOnce: number; milliseconds: number; headers?: Record<string, string> },
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const end = performance.now() + milliseconds;
  const started = performance.now();
  let answers = 0;
  const ask = async () => {
    while (performance.now() < end) {
      const address = addresses[answers % addresses.length] ?? "";
      answers += 1;
      await get(address, agent, headers);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, ask));
  agent.destroy();
  return (answers * 1000) / (performance.now() - started);
}

function get(address: string, agent: Agent, headers: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    request(address, { agent, headers }, (response) => {
      response.resume();
      if (response.statusCode !== 200) reject(new Error(`${address}: ${response.statusCode}`));
      response.once("end", resolve).once("error", reject);
    })
      .once("error", reject)
      .end();
  });
}
