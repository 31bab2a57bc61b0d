import { createDefaultHttpClient } from "@azure/core-rest-pipeline";

/** A host the SDK lets recordings be downloaded from. */
const storageHost = "simulator.asm.skype.com";

/** The address of a simulator's document as the SDK takes it. */
export function asStorage(location) {
  return `https://${storageHost}${new URL(location).pathname}`;
}

/** Sends what goes to the service's storage to the simulator, as a proxy would; leaves everything else as it is. */
export function storageAt(endpoint) {
  const network = createDefaultHttpClient();
  return {
    sendRequest(request) {
      const url = new URL(request.url);
      if (url.hostname === storageHost) {
        request.url = new URL(url.pathname, endpoint).href;
        request.headers.set("Host", new URL(endpoint).host);
        request.allowInsecureConnection = true;
      }
      return network.sendRequest(request);
    },
  };
}
