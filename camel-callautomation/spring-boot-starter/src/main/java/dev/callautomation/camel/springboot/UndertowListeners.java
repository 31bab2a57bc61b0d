package dev.callautomation.camel.springboot;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Predicate;

import io.undertow.Undertow;
import io.undertow.server.OpenListener;
import org.springframework.boot.web.embedded.undertow.UndertowWebServer;
import org.springframework.util.ReflectionUtils;
import org.xnio.ChannelListener;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.channels.AcceptListenerSettable;
import org.xnio.channels.AcceptingChannel;

/** The listeners of Undertow, which has no hook for connections that are accepted. */
final class UndertowListeners {

    private UndertowListeners() {}

    /**
     * Asks for each connection that is accepted from now on whether it stays open.
     *
     * @throws IllegalStateException if this version of Undertow has other fields
     * @throws ClassCastException    if this version of Undertow has other fields
     */
    static void admit(UndertowWebServer web, Predicate<StreamConnection> admission) {
        Undertow undertow = (Undertow) read(web, UndertowWebServer.class, "undertow");
        for (Undertow.ListenerInfo listener : undertow.getListenerInfo()) {
            watch(listener, admission);
        }
    }

    private static Object read(Object from, Class<?> type, String name) {
        Field field = ReflectionUtils.findField(type, name);
        if (field == null) {
            throw new IllegalStateException("No field " + name + " in " + type);
        }
        ReflectionUtils.makeAccessible(field);
        return ReflectionUtils.getField(field, from);
    }

    @SuppressWarnings("unchecked")
    private static void watch(Undertow.ListenerInfo listener, Predicate<StreamConnection> admission) {
        AcceptingChannel<StreamConnection> channel =
                (AcceptingChannel<StreamConnection>) read(listener, Undertow.ListenerInfo.class, "channel");
        ChannelListener<AcceptingChannel<StreamConnection>> accepting;
        if (channel instanceof AcceptListenerSettable<?> settable) {
            accepting = (ChannelListener<AcceptingChannel<StreamConnection>>) settable.getAcceptListener();
        } else {
            OpenListener opening = (OpenListener) read(listener, Undertow.ListenerInfo.class, "openListener");
            accepting = (ChannelListener<AcceptingChannel<StreamConnection>>)
                    (ChannelListener<?>) ChannelListeners.openListenerAdapter(opening);
        }
        AcceptingChannel<StreamConnection> watched = watched(channel, admission);
        ((ChannelListener.Setter<AcceptingChannel<StreamConnection>>) channel.getAcceptSetter())
                .set(ready -> accepting.handleEvent(watched));
    }

    @SuppressWarnings("unchecked")
    private static AcceptingChannel<StreamConnection> watched(
            AcceptingChannel<StreamConnection> channel, Predicate<StreamConnection> admission) {
        return (AcceptingChannel<StreamConnection>) Proxy.newProxyInstance(
                AcceptingChannel.class.getClassLoader(),
                new Class<?>[] {AcceptingChannel.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("accept")) {
                        return accept(channel, admission);
                    }
                    try {
                        return method.invoke(channel, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** The next connection; {@code null} if there is none, or no room for it. */
    private static StreamConnection accept(
            AcceptingChannel<StreamConnection> channel, Predicate<StreamConnection> admission) throws IOException {
        StreamConnection accepted = channel.accept();
        if (accepted != null && !admission.test(accepted)) {
            IoUtils.safeClose(accepted);
            return null;
        }
        return accepted;
    }
}
