package dev.callautomation.camel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Recordings are large, and memory is not. */
class LargeDownloadTest {

    private static final int BLOCK = 64 * 1024;
    private static final long GIBIBYTE = 1L << 30;

    @TempDir
    private Path folder;

    @Test
    void aRecordingOfOneGibibyteIsDownloadedWith64MebibytesOfHeap() throws Exception {
        RecordingServer server = new RecordingServer().serve(GIBIBYTE);
        try {
            Path output = folder.resolve("output.txt");
            Process download = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx64m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            LargeDownload.class.getName(),
                            server.url())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try {
                assertThat(download.waitFor(2, TimeUnit.MINUTES)).isTrue();
            } finally {
                download.destroyForcibly();
            }
            assertThat(Files.readString(output)).contains(GIBIBYTE + " " + checksum());
        } finally {
            server.close();
        }
    }

    private static String checksum() {
        CRC32 checksum = new CRC32();
        byte[] block = RecordingServer.content(BLOCK);
        for (long sent = 0; sent < GIBIBYTE; sent += BLOCK) {
            checksum.update(block);
        }
        return Long.toHexString(checksum.getValue());
    }
}
