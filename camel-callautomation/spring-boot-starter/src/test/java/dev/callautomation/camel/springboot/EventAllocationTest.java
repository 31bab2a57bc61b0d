package dev.callautomation.camel.springboot;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.CallbackAuthentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What an event costs in Tomcat, in bytes that are allocated: unlike time they do not depend on what else the machine does. */
class EventAllocationTest {

    /** With a margin of a third. */
    private static final long MOST_BYTES = 18 * 1024;

    private static final int WARM_UP = 4_000;
    private static final int EVENTS = 1_000;
    private static final int ROUNDS = 3;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private int sent;

    @Test
    void anEventAllocatesFewBytes() throws IOException {
        try (TestApplication application = TestApplication.start(
                        Container.TOMCAT,
                        options -> options.getConfiguration().setCallbackAuthentication(CallbackAuthentication.NONE),
                        Map.of("server.tomcat.max-keep-alive-requests", "-1"));
                RawConnection connection = application.connect()) {
            deliver(application, connection, WARM_UP);
            long least = Long.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                Map<Long, Long> before = allocated();
                deliver(application, connection, EVENTS);
                long bytes = allocated().entrySet().stream()
                        .mapToLong(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0L))
                        .sum();
                least = Math.min(least, bytes / EVENTS);
            }
            assertThat(least).isLessThan(MOST_BYTES);
        }
    }

    private void deliver(TestApplication application, RawConnection connection, int events) throws IOException {
        for (int i = 0; i < events; i++) {
            sent++;
            String body = TestApplication.event("event-" + sent);
            connection.send(TestApplication.head(
                            "POST " + TestApplication.PATH,
                            "Content-Type: application/json",
                            "Content-Length: " + body.length())
                    + body);
            assertThat(connection.response().status()).isEqualTo(200);
        }
        // ids are kept by the route of the test, not by the component
        await().until(() -> application.events().size() == events);
        application.events().clear();
    }

    /** By thread, without that of the test, which sends the events. */
    private Map<Long, Long> allocated() {
        Map<Long, Long> byThread = new HashMap<>();
        for (long thread : threads.getAllThreadIds()) {
            if (thread != Thread.currentThread().getId()) {
                byThread.put(thread, threads.getThreadAllocatedBytes(thread));
            }
        }
        return byThread;
    }
}
