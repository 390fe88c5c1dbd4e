/** @param {string} address @param {RequestInit} [options] @returns {Promise<Response>} fails when the server does */
export async function load(address, options) {
  const response = await fetch(address, options);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}
