package dev.callautomation.camel.internal.journal;

/**
 * Limits of a journal.
 *
 * @param queuedEntries maximum number of entries that wait to be written
 * @param queuedBytes   maximum size of their bodies
 * @param fileBytes     maximum size of a file
 * @param files         maximum number of open files
 */
record JournalLimits(int queuedEntries, long queuedBytes, long fileBytes, int files) {

    static final JournalLimits DEFAULT = new JournalLimits(10_000, 16L * 1024 * 1024, 8L * 1024 * 1024, 100);
}
