package dev.callautomation.examples.support.console;

import java.io.Console;
import java.nio.charset.Charset;

/** Colours and signs, as far as the reader's screen can show them. */
public record Style(boolean colours, boolean unicode) {

    /** No colours, plain ASCII. */
    public static final Style PLAIN = new Style(false, false);

    private static final String RESET = "\u001b[0m";

    /**
     * Colours on a terminal only, never when {@code NO_COLOR} is set (see no-color.org); signs beyond ASCII when the
     * console's character set has them.
     */
    public static Style ofThisConsole() {
        String noColor = System.getenv("NO_COLOR");
        boolean colours = isTerminal(System.console()) && (noColor == null || noColor.isEmpty());
        return new Style(colours, Charset.defaultCharset().newEncoder().canEncode('→'));
    }

    /** From Java 22 on there is a console without a terminal, too, and a method that tells. */
    private static boolean isTerminal(Console console) {
        try {
            return console != null
                    && (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Console.isTerminal is there but can't be asked", e);
        }
    }

    String arrow() {
        return unicode ? "→" : "->";
    }

    String dot() {
        return unicode ? "·" : "-";
    }

    String tick() {
        return green(unicode ? "✓" : "ok");
    }

    String cross() {
        return red(unicode ? "✗" : "!!");
    }

    String bold(String text) {
        return paint("1", text);
    }

    String dim(String text) {
        return paint("2", text);
    }

    String green(String text) {
        return paint("32", text);
    }

    String red(String text) {
        return paint("31", text);
    }

    private String paint(String code, String text) {
        return colours && !text.isEmpty() ? "\u001b[" + code + "m" + text + RESET : text;
    }
}
