package dev.callautomation.camel.internal.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The file of a call: a line of JSON for each entry. Readable for its owner only. */
final class CallFile {

    /** Version of the format. */
    private static final int VERSION = 1;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    private static final int MOST_NAMES = 1000;

    private final Path directory;
    private final String id;
    private final Instant started;
    private final long begin;
    private final long limit;
    private final Consumer<Exception> failed;
    private final Replacements replacements = new Replacements();
    private final Set<String> eventIds = new HashSet<>();
    private FileChannel channel;
    private long size;
    private boolean full;
    private boolean unusable;
    private boolean connection;
    private boolean ended;

    /**
     * @param id     is part of the name of the file
     * @param begin  the time of the first entry by {@link System#nanoTime()}
     * @param limit  maximum size in bytes
     * @param failed is told of each entry that is not written, with the cause, {@code null} if the file is full
     */
    CallFile(Path directory, String id, Instant started, long begin, long limit, Consumer<Exception> failed) {
        this.directory = directory;
        this.id = id;
        this.started = started;
        this.begin = begin;
        this.limit = limit;
        this.failed = failed;
    }

    void setConnection() {
        connection = true;
    }

    /** Whether a call connection id of the call is known. */
    boolean hasConnection() {
        return connection;
    }

    /** The call has ended. */
    void end() {
        ended = true;
    }

    boolean hasEnded() {
        return ended;
    }

    void write(JournalEntry entry) {
        boolean repeated = entry instanceof JournalEntry.Event event
                && event.envelope().id() != null
                && !eventIds.add(
                        event.envelope().type() + " " + event.envelope().id());
        write(() -> JournalJson.of(entry, millis(entry.time()), repeated, replacements));
    }

    /** Entries are missing, of this call or of others. */
    void dropped(long entries) {
        append(() -> JournalJson.MAPPER
                .createObjectNode()
                .put("at", millis(System.nanoTime()))
                .put("kind", "dropped")
                .put("entries", entries));
    }

    /** Closes the file before its call has ended. */
    void cut() {
        append(CallFile::ofFullFile);
        close();
    }

    private static ObjectNode ofFullFile() {
        return JournalJson.MAPPER.createObjectNode().put("kind", "full");
    }

    private long millis(long time) {
        return TimeUnit.NANOSECONDS.toMillis(time - begin);
    }

    private void write(Line line) {
        if (full || unusable || !append(line)) {
            failed.accept(null);
        }
    }

    private boolean append(Line line) {
        if (full || unusable) {
            return false;
        }
        try {
            byte[] bytes = JournalJson.bytes(line.create());
            open();
            full = size + bytes.length > limit;
            append(full ? JournalJson.bytes(ofFullFile()) : bytes);
            return !full;
        } catch (IOException | RuntimeException e) {
            unusable = true;
            close();
            failed.accept(e);
            return true;
        }
    }

    private void append(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            size += channel.write(buffer);
        }
    }

    private void open() throws IOException {
        if (channel != null) {
            return;
        }
        boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
        Files.createDirectories(directory, permissions(posix, "rwx------"));
        channel = create(permissions(posix, "rw-------"));
        append(JournalJson.bytes(JournalJson.MAPPER
                .createObjectNode()
                .put("kind", "journal")
                .put("version", VERSION)
                .put("started", started.toString())));
    }

    /** A file of its own: one that exists, as of a former run, is left as it is. */
    private FileChannel create(FileAttribute<?>... permissions) throws IOException {
        String name = TIME.format(started) + "-" + id;
        for (int number = 1; ; number++) {
            try {
                Path file = directory.resolve(name + (number == 1 ? "" : "-" + number) + ".jsonl");
                return FileChannel.open(file, NEW, permissions);
            } catch (FileAlreadyExistsException e) {
                if (number == MOST_NAMES) {
                    throw e;
                }
            }
        }
    }

    private static FileAttribute<?>[] permissions(boolean posix, String permissions) {
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** What follows is not written. */
    void close() {
        unusable = true;
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                failed.accept(e);
            }
        }
    }

    /** Created when the file is known to take it. */
    @FunctionalInterface
    private interface Line {
        ObjectNode create();
    }
}
