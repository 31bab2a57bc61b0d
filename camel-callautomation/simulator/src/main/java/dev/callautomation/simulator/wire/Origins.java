package dev.callautomation.simulator.wire;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Reads origins of web pages, such as {@code http://localhost:3000}. */
public final class Origins {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private Origins() {}

    /** The origin as a browser writes it: in lower case, without the usual port; empty for what is not an origin. */
    public static Optional<String> normalized(String text) {
        try {
            URI uri = new URI(text == null ? "" : text.toLowerCase(Locale.ROOT));
            boolean http = "http".equals(uri.getScheme());
            if (!http && !"https".equals(uri.getScheme())
                    || uri.getHost() == null
                    || uri.getRawUserInfo() != null
                    || !uri.getRawPath().isEmpty()
                    || uri.getRawQuery() != null
                    || uri.getRawFragment() != null) {
                return Optional.empty();
            }
            boolean usual = uri.getPort() == -1 || uri.getPort() == (http ? HTTP_PORT : HTTPS_PORT);
            return Optional.of(uri.getScheme() + "://" + uri.getHost() + (usual ? "" : ":" + uri.getPort()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
