package dev.callautomation.camel.internal.ingress;

/** HTTP server that the callback path is served on. */
public interface DeliveryServer {

    /**
     * Begins to serve the path of the handler.
     *
     * @return serves it until it is closed
     */
    Registration serve(DeliveryHandler handler) throws Exception;

    /** The path of a server itself, which precedes all paths on it, such as {@code /api}; empty if it has none. */
    String contextPath();

    /** A path that is being served. */
    interface Registration {

        /** Whether requests to the path can arrive: its server runs. */
        default boolean isServing() {
            return true;
        }

        /** Frees the path. */
        void close();
    }
}
