/** @param {string} address @returns {Promise<Response>} fails when the server does */
export async function load(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}
