package dev.callautomation.camel.internal.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/**
 * Allow list of the hosts of recordings. Requests for files are signed, and their locations come with events, so that a
 * forged location on another host could obtain a signature.
 *
 * <p>The hosts are those of the official SDKs. If the configured endpoint is a loopback address, as that of the simulator,
 * other loopback addresses are allowed, too.
 */
final class RecordingHosts {

    private static final List<String> SUFFIXES =
            List.of(".asm.skype.com", ".asyncgw.teams.microsoft.com", ".ams.gov.teams.microsoft.us");

    private final boolean local;

    RecordingHosts(ServiceEndpoint endpoint) {
        this.local = Loopback.isLocal(endpoint.host());
    }

    /**
     * @throws IllegalArgumentException if the host is not allowed; the message contains no more than the host
     */
    URI check(String location) {
        return check(parse(location));
    }

    /** The same for a link in a response, which may be relative to the address of the request. */
    URI check(URI from, String link) {
        return check(from.resolve(parse(link)));
    }

    private static URI parse(String location) {
        try {
            return new URI(location.trim());
        } catch (URISyntaxException e) {
            // without the cause, which quotes an address that may hold a signature
            throw new IllegalArgumentException(
                    "the location of the recording is not a URL; use the location in the event unchanged");
        }
    }

    private URI check(URI uri) {
        if (uri.getHost() == null || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "the location of the recording is not a URL with a host and without a user; use the location"
                            + " in the event unchanged");
        }
        if (!isAllowed(uri)) {
            throw new IllegalArgumentException("the location of the recording is at " + uri.getScheme() + "://"
                    + uri.getHost() + ", but requests with credentials go only to https hosts that end in "
                    + String.join(", ", SUFFIXES) + "; use the location in the event unchanged");
        }
        return uri;
    }

    private boolean isAllowed(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        if (local && Loopback.isLocal(host)) {
            return Loopback.isSecureOrLocal(uri);
        }
        return "https".equalsIgnoreCase(uri.getScheme())
                && SUFFIXES.stream().anyMatch(suffix -> host.endsWith(suffix) && host.length() > suffix.length());
    }
}
