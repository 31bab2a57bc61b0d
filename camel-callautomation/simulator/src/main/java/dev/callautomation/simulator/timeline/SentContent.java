package dev.callautomation.simulator.timeline;

import dev.callautomation.simulator.model.TimelineContent;

/**
 * What an entry stands for, as it is kept.
 *
 * @param request or {@code null}
 * @param response or {@code null}
 */
public record SentContent(SentMessage request, SentMessage response) {

    /** Of an entry that stands for nothing that was sent. */
    public static final SentContent NONE = new SentContent(null, null);

    /** The same, with texts of other contents. */
    SentContent sharing(RepeatedTexts texts) {
        return this == NONE
                ? NONE
                : new SentContent(
                        request == null ? null : request.sharing(texts),
                        response == null ? null : response.sharing(texts));
    }

    int size() {
        return (request == null ? 0 : request.size()) + (response == null ? 0 : response.size());
    }

    TimelineContent masked() {
        return new TimelineContent(
                request == null ? null : request.masked(), response == null ? null : response.masked());
    }

    /** Leaves out what may be secret. */
    @Override
    public String toString() {
        return "SentContent[" + size() + " bytes]";
    }
}
