package dev.callautomation.examples.support.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Set;

/** Where routes keep their files, while they come and go. A name with a dot in front is that of a file in the making. */
final class Inbox {

    private final Path root;
    private final Set<Path> before;

    Inbox(Path root) {
        this.root = root;
        this.before = files();
    }

    /** Routes find the file by its name, which it gets when it is whole. */
    void put(String folder, String text) {
        try {
            Path place = Files.createDirectories(root.resolve(folder));
            Path draft = Files.writeString(Files.createTempFile(place, ".", null), text);
            Files.move(draft, place.resolve(draft.getFileName().toString().substring(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a file has come into the folder since this was made, whole. */
    boolean hasNew(String folder) {
        Path place = root.resolve(folder);
        return files().stream().anyMatch(file -> file.getParent().equals(place) && !before.contains(file));
    }

    private Set<Path> files() {
        Set<Path> files = new HashSet<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!file.getFileName().toString().startsWith(".")) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                /** Gone since its folder was read, or not there yet: the root at the first start. */
                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                    if (Files.exists(file)) {
                        throw failure;
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
