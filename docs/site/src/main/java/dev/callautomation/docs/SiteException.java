package dev.callautomation.docs;

import java.util.List;

/** The pages have errors. */
final class SiteException extends RuntimeException {

    private static final long serialVersionUID = 1;

    SiteException(String message) {
        super(message);
    }

    static void throwIfAny(String title, List<String> errors) {
        if (!errors.isEmpty()) {
            throw new SiteException(title + ":\n  " + String.join("\n  ", errors));
        }
    }
}
