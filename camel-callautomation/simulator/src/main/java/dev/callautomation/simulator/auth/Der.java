package dev.callautomation.simulator.auth;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Writes the few ASN.1 types that a certificate consists of, in the encoding of X.690 (DER). */
final class Der {

    private static final int BOOLEAN = 0x01;
    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int OCTET_STRING = 0x04;
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int UTF8_STRING = 0x0c;
    private static final int UTC_TIME = 0x17;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int CONTEXT_PRIMITIVE = 0x80;
    private static final int CONTEXT_CONSTRUCTED = 0xa0;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private Der() {}

    static byte[] sequence(byte[]... elements) {
        return element(SEQUENCE, elements);
    }

    static byte[] set(byte[]... elements) {
        return element(SET, elements);
    }

    static byte[] integer(BigInteger value) {
        return element(INTEGER, value.toByteArray());
    }

    static byte[] bool(boolean value) {
        return element(BOOLEAN, new byte[] {(byte) (value ? 0xff : 0)});
    }

    static byte[] utf8(String text) {
        return element(UTF8_STRING, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] octets(byte[] content) {
        return element(OCTET_STRING, content);
    }

    /** A bit string of whole bytes. */
    static byte[] bits(byte[] content) {
        return element(BIT_STRING, new byte[] {0}, content);
    }

    /** A bit string whose first byte is the number of bits at the end that are not used. */
    static byte[] bitString(byte[] content) {
        return element(BIT_STRING, content);
    }

    /** A time before 2050, which a certificate has to write with two digits of the year. */
    static byte[] time(Instant time) {
        return element(UTC_TIME, TIME.format(time).getBytes(StandardCharsets.US_ASCII));
    }

    /** An element with a context-specific tag that replaces the tag of a simple type. */
    static byte[] implicit(int tag, byte[] content) {
        return element(CONTEXT_PRIMITIVE | tag, content);
    }

    /** Elements within a context-specific tag. */
    static byte[] explicit(int tag, byte[]... elements) {
        return element(CONTEXT_CONSTRUCTED | tag, elements);
    }

    /** An object identifier in the dotted notation. */
    static byte[] oid(String dotted) {
        List<Integer> parts = new ArrayList<>();
        for (String part : dotted.split("\\.")) {
            parts.add(Integer.valueOf(part));
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(parts.get(0) * 40 + parts.get(1));
        for (int part : parts.subList(2, parts.size())) {
            // base 128, most significant digit first, with a continuation bit on all digits but the last
            for (int shift = 28; shift > 0; shift -= 7) {
                if (part >> shift != 0) {
                    content.write(part >> shift & 0x7f | 0x80);
                }
            }
            content.write(part & 0x7f);
        }
        return element(OBJECT_IDENTIFIER, content.toByteArray());
    }

    private static byte[] element(int tag, byte[]... contents) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] each : contents) {
            content.writeBytes(each);
        }
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        writeLength(element, content.size());
        element.writeBytes(content.toByteArray());
        return element.toByteArray();
    }

    private static void writeLength(ByteArrayOutputStream out, int length) {
        if (length < 0x80) {
            out.write(length);
            return;
        }
        byte[] bytes = BigInteger.valueOf(length).toByteArray();
        int zeros = bytes[0] == 0 ? 1 : 0;
        out.write(0x80 | bytes.length - zeros);
        out.write(bytes, zeros, bytes.length - zeros);
    }
}
