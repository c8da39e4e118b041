export async function handler(event) {
  const name = event.name ?? "world";
  return { statusCode: 200, body: `Hello, ${name}!` };
}
