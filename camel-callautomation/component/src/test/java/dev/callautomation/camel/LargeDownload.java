package dev.callautomation.camel;

import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** A program that downloads a recording in a route and prints its length and checksum. */
final class LargeDownload {

    private LargeDownload() {}

    public static void main(String[] arguments) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            CallAutomationComponent component = new CallAutomationComponent();
            component
                    .getConfiguration()
                    .setConnectionString("endpoint=http://127.0.0.1:9/;accesskey=c2VjcmV0LWtleS1vZi10aGUtdGVzdHM=");
            component.getConfiguration().setContentLocation(arguments[0]);
            context.addComponent("callautomation", component);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:download")
                            .to("callautomation:downloadRecording")
                            .process(LargeDownload::digest);
                }
            });
            context.start();
            Exchange exchange = context.createProducerTemplate().request("direct:download", message -> {});
            if (exchange.getException() != null) {
                throw exchange.getException();
            }
            System.out.println(exchange.getMessage().getBody(String.class));
        }
    }

    private static void digest(Exchange exchange) throws Exception {
        CRC32 checksum = new CRC32();
        long length = 0;
        byte[] buffer = new byte[64 * 1024];
        try (InputStream body = new CheckedInputStream(exchange.getMessage().getBody(InputStream.class), checksum)) {
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                length += count;
            }
        }
        exchange.getMessage().setBody(length + " " + Long.toHexString(checksum.getValue()));
    }
}
