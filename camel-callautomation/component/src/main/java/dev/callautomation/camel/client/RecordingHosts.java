package dev.callautomation.camel.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/**
 * Where files of recordings may be. Requests for them are signed, and their addresses come with events, so that an
 * address anywhere else could be made up to get hold of a signature.
 *
 * <p>The hosts are those that the official SDKs let through. If the configured endpoint is on this machine, as the
 * simulator's is, other addresses of this machine are let through, too.
 */
final class RecordingHosts {

    private static final List<String> SUFFIXES =
            List.of(".asm.skype.com", ".asyncgw.teams.microsoft.com", ".ams.gov.teams.microsoft.us");

    private final boolean local;

    RecordingHosts(ServiceEndpoint endpoint) {
        this.local = Loopback.isLocal(endpoint.host());
    }

    /**
     * @throws IllegalArgumentException if no signed request may go there; the message repeats no more than the host
     */
    URI check(String location) {
        return check(parse(location));
    }

    /** The same for a link in an answer, which may leave out what it has in common with the address it came from. */
    URI check(URI from, String link) {
        return check(from.resolve(parse(link)));
    }

    private static URI parse(String location) {
        try {
            return new URI(location.trim());
        } catch (URISyntaxException e) {
            // without the cause, which quotes an address that may hold a signature
            throw new IllegalArgumentException("the location of the recording is no URL; give it as the event has it");
        }
    }

    private URI check(URI uri) {
        if (uri.getHost() == null || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "the location of the recording is no URL with a host and without a user; give it as the event has"
                            + " it");
        }
        if (!isAllowed(uri)) {
            throw new IllegalArgumentException("the location of the recording is at " + uri.getScheme() + "://"
                    + uri.getHost() + ", but requests with credentials go only to https hosts that end in "
                    + String.join(", ", SUFFIXES) + "; give the location as the event has it");
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
