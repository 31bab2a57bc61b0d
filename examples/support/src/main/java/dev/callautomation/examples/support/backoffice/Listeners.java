package dev.callautomation.examples.support.backoffice;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ServeEventListener;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

/** Hands on what was served. It runs before the response leaves, so a listener hears of a request before the client does. */
final class Listeners implements ServeEventListener {

    private final List<Consumer<Served>> all = new CopyOnWriteArrayList<>();

    void add(Consumer<Served> listener) {
        all.add(listener);
    }

    @Override
    public String getName() {
        return "listeners";
    }

    @Override
    public void beforeResponseSent(ServeEvent event, Parameters parameters) {
        Served served = Served.of(event);
        all.forEach(listener -> listener.accept(served));
    }
}
