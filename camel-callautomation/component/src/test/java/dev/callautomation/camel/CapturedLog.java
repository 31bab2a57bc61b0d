package dev.callautomation.camel;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** What is logged during a test. */
public final class CapturedLog implements BeforeEachCallback, AfterEachCallback {

    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            // the mapped diagnostic context is read from the thread that logs
            event.prepareForDeferredProcessing();
            events.add(event);
        }
    };

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        start();
    }

    void start() {
        appender.setContext(logger(Logger.ROOT_LOGGER_NAME).getLoggerContext());
        appender.start();
        logger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        stop();
    }

    void stop() {
        logger(Logger.ROOT_LOGGER_NAME).detachAppender(appender);
        appender.stop();
    }

    /** Logs a package in more detail than usual; {@code null} ends that. */
    public static void level(String name, Level level) {
        logger(name).setLevel(level);
    }

    /** Lines with the stack traces that belong to them. */
    List<String> lines() {
        return events.stream()
                .map(event ->
                        event.getLoggerName() + " " + event.getFormattedMessage() + trace(event.getThrowableProxy()))
                .toList();
    }

    List<String> errors() {
        return events.stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.ERROR))
                .map(event -> event.getFormattedMessage() + trace(event.getThrowableProxy()))
                .toList();
    }

    public List<String> messages() {
        return events.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    /** The mapped diagnostic contexts of the lines that contain a text. */
    List<Map<String, String>> contexts(String text) {
        return events.stream()
                .filter(event -> event.getFormattedMessage().contains(text))
                .map(ILoggingEvent::getMDCPropertyMap)
                .toList();
    }

    private static String trace(IThrowableProxy failure) {
        return failure == null ? "" : "\n" + ThrowableProxyUtil.asString(failure);
    }
}
