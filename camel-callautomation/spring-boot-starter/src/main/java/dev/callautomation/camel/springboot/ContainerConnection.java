package dev.callautomation.camel.springboot;

import jakarta.servlet.ServletRequest;

/** What the servlet API cannot do with the connection of an asynchronous request. */
interface ContainerConnection {

    /** Request attribute with the connection, where the container sets it. */
    String ATTRIBUTE = ContainerConnection.class.getName();

    /** Sends the interim response 100, if the container does not do so when the body is read. */
    void sendContinue();

    /** Completes the request in such a way that the container does not read the rest of the body. */
    void ignoreRest(Runnable complete);

    /**
     * Closes the connection, although not all of the response has been sent.
     *
     * @param complete completes the request, unless the container reports an error to its listeners
     */
    void abort(Runnable complete);

    static ContainerConnection of(ServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof ContainerConnection connection) {
            return connection;
        }
        return new ContainerConnection() {
            @Override
            public void sendContinue() {
                // the container does so
            }

            @Override
            public void ignoreRest(Runnable complete) {
                complete.run();
            }

            @Override
            public void abort(Runnable complete) {
                complete.run();
            }
        };
    }
}
