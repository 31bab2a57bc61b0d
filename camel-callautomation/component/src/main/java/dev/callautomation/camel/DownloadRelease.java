package dev.callautomation.camel;

import io.vertx.core.Vertx;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.util.IOHelper;

import dev.callautomation.camel.operation.RecordingStream;

/**
 * Lets the connection of a download go when its exchange is completed. A download that nobody has touched may be the
 * exchange's result, for whoever sent it to read: such a one stays open as long as it is being read.
 */
final class DownloadRelease extends SynchronizationAdapter {

    private final RecordingStream download;
    private final Vertx vertx;
    private final long patience;

    /**
     * @param patience how long nobody may read, in milliseconds
     */
    DownloadRelease(RecordingStream download, Vertx vertx, long patience) {
        this.download = download;
        this.vertx = vertx;
        this.patience = patience;
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
        vertx.setTimer(patience, id -> {
            if (download.position() == before) {
                IOHelper.close(download);
            } else {
                watch();
            }
        });
    }
}
