package dev.callautomation.camel.internal.exchange;

import io.vertx.core.Vertx;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.util.IOHelper;

import dev.callautomation.camel.internal.operation.RecordingStream;

/**
 * Closes the connection of a download when its exchange is completed. A download that has not been read yet may be the result
 * of the exchange, for its sender to read: it stays open as long as it is being read.
 */
public final class DownloadRelease extends SynchronizationAdapter {

    private final RecordingStream download;
    private final Vertx vertx;
    private final long idleTimeout;

    /** @param idleTimeout the time in milliseconds after which a download that is not read is closed */
    public DownloadRelease(RecordingStream download, Vertx vertx, long idleTimeout) {
        this.download = download;
        this.vertx = vertx;
        this.idleTimeout = idleTimeout;
    }

    @Override
    public void onDone(Exchange completed) {
        boolean result = !completed.isFailed() && completed.getMessage().getBody() == download;
        if (result && download.position() == 0) {
            watch();
        } else {
            IOHelper.close(download);
        }
    }

    private void watch() {
        long before = download.position();
        vertx.setTimer(idleTimeout, id -> {
            if (download.position() == before) {
                IOHelper.close(download);
            } else {
                watch();
            }
        });
    }
}
