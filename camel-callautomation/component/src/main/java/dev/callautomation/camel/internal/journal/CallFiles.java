package dev.callautomation.camel.internal.journal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of the calls in progress, and of some that have ended: a file of a recording may follow. */
final class CallFiles {

    private static final Logger LOG = LoggerFactory.getLogger(CallFiles.class);

    private final Path directory;
    private final JournalLimits limits;
    private final AtomicLong unwritten;
    private final AtomicBoolean warned = new AtomicBoolean();
    /** The one that was written to longest ago is the first. */
    private final List<CallFile> files = new ArrayList<>();

    private final Map<String, CallFile> connections = new HashMap<>();
    private final Map<String, CallFile> others = new HashMap<>();

    /** @param unwritten counts entries that could not be written */
    CallFiles(Path directory, JournalLimits limits, AtomicLong unwritten) {
        this.directory = directory;
        this.limits = limits;
        this.unwritten = unwritten;
    }

    /** The file of a call; {@code null} if it has none. Both legs of a call have the same correlation id. */
    CallFile find(CallKeys keys) {
        CallFile file = keys.connection() == null ? null : connections.get(keys.connection());
        for (int i = 0; file == null && i < keys.others().size(); i++) {
            CallFile other = others.get(keys.others().get(i));
            if (other != null && (keys.connection() == null || !other.hasConnection())) {
                file = other;
            }
        }
        if (file != null) {
            files.remove(file);
            files.add(file);
        }
        return file;
    }

    /** @param first entry of the file */
    CallFile create(CallKeys keys, JournalEntry first) {
        if (files.size() >= limits.files()) {
            remove(files.stream().filter(CallFile::hasEnded).findFirst().orElse(files.get(0)));
        }
        CallFile file =
                new CallFile(directory, name(keys), started(first), first.time(), limits.fileBytes(), this::failed);
        files.add(file);
        add(file, keys);
        return file;
    }

    private static Instant started(JournalEntry first) {
        return Instant.now().minusNanos(System.nanoTime() - first.time());
    }

    private static String name(CallKeys keys) {
        String id = keys.connection() != null
                ? keys.connection()
                : keys.others().stream()
                        .filter(key -> key.startsWith("correlationId="))
                        .map(key -> key.substring(key.indexOf('=') + 1))
                        .findFirst()
                        .orElse("call");
        String safe = id.replaceAll("[^A-Za-z0-9-]", "_");
        return safe.substring(0, Math.min(safe.length(), 64));
    }

    void add(CallFile file, CallKeys keys) {
        if (keys.connection() != null) {
            file.setConnection();
            connections.put(keys.connection(), file);
        }
        keys.others().forEach(key -> others.putIfAbsent(key, file));
    }

    private void remove(CallFile file) {
        if (file.hasEnded()) {
            file.close();
        } else {
            file.cut();
        }
        files.remove(file);
        connections.values().removeIf(other -> other == file);
        others.values().removeIf(other -> other == file);
    }

    /** Entries of calls that are not known are missing. */
    void dropped(long entries) {
        files.stream().filter(file -> !file.hasEnded()).forEach(file -> file.dropped(entries));
    }

    private void failed(Exception cause) {
        unwritten.incrementAndGet();
        if (cause != null && warned.compareAndSet(false, true)) {
            LOG.warn(
                    "The journal of a call cannot be written to {}: {}. Calls are not affected; further failures are"
                            + " counted and not logged",
                    directory,
                    cause.toString());
        }
    }

    void close() {
        files.forEach(CallFile::close);
        files.clear();
        connections.clear();
        others.clear();
    }
}
