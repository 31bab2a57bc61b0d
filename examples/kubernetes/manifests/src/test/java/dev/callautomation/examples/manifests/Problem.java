package dev.callautomation.examples.manifests;

/**
 * A mistake in a manifest.
 *
 * @param pointer JSON pointer of the member
 * @param advice  what is wrong, and what to change
 */
public record Problem(String file, String pointer, String advice) {

    @Override
    public String toString() {
        return file + ": " + (pointer.isEmpty() ? "/" : pointer) + ": " + advice;
    }
}
