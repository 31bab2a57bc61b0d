package dev.callautomation.camel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Recordings are large, and memory is not. */
class LargeDownloadTest {

    private static final int BLOCK = 64 * 1024;
    private static final int HEAP_IN_MEBIBYTES = 64;
    private static final long MEBIBYTE = 1L << 20;

    @TempDir
    private Path folder;

    @Test
    void aRecordingOfTwiceTheHeapIsDownloaded() throws Exception {
        assertDownloaded(2 * HEAP_IN_MEBIBYTES * MEBIBYTE);
    }

    @Test
    @Tag("soak")
    void aRecordingOfOneGibibyteIsDownloaded() throws Exception {
        assertDownloaded(1024 * MEBIBYTE);
    }

    private void assertDownloaded(long length) throws Exception {
        RecordingServer server = new RecordingServer().serve(length);
        try {
            Path output = folder.resolve("output.txt");
            Process download = JavaProcess.start(
                    output, List.of("-Xmx" + HEAP_IN_MEBIBYTES + "m"), LargeDownload.class, server.url());
            try {
                assertThat(download.waitFor(5, TimeUnit.MINUTES)).isTrue();
            } finally {
                download.destroyForcibly();
            }
            assertThat(Files.readString(output)).contains(length + " " + checksum(length));
        } finally {
            server.close();
        }
    }

    private static String checksum(long length) {
        CRC32 checksum = new CRC32();
        byte[] block = RecordingServer.content(BLOCK);
        for (long sent = 0; sent < length; sent += BLOCK) {
            checksum.update(block);
        }
        return Long.toHexString(checksum.getValue());
    }
}
