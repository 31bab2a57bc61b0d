package dev.callautomation.simulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.model.EventGridSubscription;
import dev.callautomation.simulator.model.PhoneBehaviour;
import dev.callautomation.simulator.model.TimelineEntry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LifecycleTest {

    @Test
    void nothingIsLeftAfterClosing() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        int port;
        try (CallAutomationSimulator simulator = CallAutomationSimulator.start()) {
            port = simulator.uri().getPort();
            simulator.phone("+15550001111").call("+18005550100");
            assertThat(newThreads(before)).isNotEmpty();
        }

        Awaitility.await().untilAsserted(() -> assertThat(newThreads(before)).isEmpty());
        assertThat(canListenOn(port)).isTrue();
    }

    @Test
    void closingTwiceIsHarmless() {
        CallAutomationSimulator simulator = CallAutomationSimulator.start();
        simulator.close();
        simulator.close();

        assertThat(canListenOn(simulator.uri().getPort())).isTrue();
    }

    @Test
    void aPortInUseIsReportedAndLeavesNothingBehind() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (CallAutomationSimulator first = CallAutomationSimulator.start()) {
            int port = first.uri().getPort();
            assertThatThrownBy(() -> CallAutomationSimulator.start(
                            SimulatorOptions.defaults().withPort(port)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(String.valueOf(port));
        }
        Awaitility.await().untilAsserted(() -> assertThat(newThreads(before)).isEmpty());
    }

    @Test
    void anEventGridEndpointThatIsNotThereStopsTheStart() {
        EventGridSubscription nowhere = EventGridSubscription.to("http://localhost:1/grid");

        assertThatThrownBy(() -> CallAutomationSimulator.start(
                        SimulatorOptions.defaults().withEventGrid(nowhere)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("handshake");
    }

    @Test
    void whoeverListensHearsTheTimelineInOrder() throws Exception {
        List<TimelineEntry> heard = new CopyOnWriteArrayList<>();
        try (CallAutomationSimulator simulator = CallAutomationSimulator.start();
                AutoCloseable listening = simulator.onTimeline(heard::add)) {
            assertThat(listening).isNotNull();
            simulator.phone("+15550002222").behaviour(PhoneBehaviour.MANUAL);
            String call = simulator.phone("+15550001111").call("+15550002222");
            simulator.phone("+15550002222").answer();
            simulator.phone("+15550001111").hangUp();

            Awaitility.await().untilAsserted(() -> assertThat(heard)
                    .isEqualTo(simulator.timeline(call))
                    .extracting(TimelineEntry::description)
                    .containsExactly(
                            "+15550001111 -> +15550002222: rings",
                            "+15550002222: answers",
                            "+15550001111: hangs up",
                            "+15550002222: is disconnected",
                            "service: the call has ended"));
        }
    }

    @Test
    void aListenerMayOperatePhones() throws Exception {
        try (CallAutomationSimulator simulator = CallAutomationSimulator.start()) {
            SimulatedPhone callee = simulator.phone("+15550002222").behaviour(PhoneBehaviour.MANUAL);
            try (AutoCloseable listening = simulator.onTimeline(entry -> {
                if ("rings".equals(entry.text())) {
                    callee.answer();
                }
            })) {
                assertThat(listening).isNotNull();
                String call = simulator.phone("+15550001111").call("+15550002222");

                Awaitility.await()
                        .until(() -> simulator
                                        .call(call)
                                        .orElseThrow()
                                        .participants()
                                        .size()
                                == 2);
            }
        }
    }

    @Test
    void whatAPhoneCannotDoIsSaid() {
        try (CallAutomationSimulator simulator = CallAutomationSimulator.start()) {
            assertThatThrownBy(() -> simulator.phone("+15550002222").answer())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is not ringing");
            assertThatThrownBy(() -> simulator.phone("+nonsense")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void secretsStayOutOfTexts() {
        SimulatorOptions options = SimulatorOptions.defaults();
        assertThat(options.toString()).doesNotContain(options.accessKey());
        assertThatThrownBy(() -> options.withAccessKey("not*base64")).hasMessageNotContaining("not*base64");
        try (CallAutomationSimulator simulator = CallAutomationSimulator.start(options)) {
            assertThat(simulator.connectionString()).contains(options.accessKey());
            String call = simulator.phone("+15550001111").call("+18005550100");
            String context = simulator.call(call).orElseThrow().incomingCallContext();
            assertThat(simulator.calls().toString()).doesNotContain(context);
            assertThat(simulator.timeline(call).toString()).doesNotContain(context);
        }
    }

    private static Set<String> newThreads(Set<Thread> before) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .map(Thread::getName)
                .filter(name -> name.startsWith("vert.x") || name.startsWith("callautomation"))
                .collect(Collectors.toSet());
    }

    private static boolean canListenOn(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
