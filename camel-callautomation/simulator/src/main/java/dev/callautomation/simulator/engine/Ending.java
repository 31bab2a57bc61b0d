package dev.callautomation.simulator.engine;

/** The reasons for a CallDisconnected, with the codes and messages recorded from the service. */
final class Ending {

    static final ResultInformation BY_APPLICATION = ResultInformation.of(
            200, 7000, "Call was ended by Azure Communication Service Call Automation API or a server bot");
    static final ResultInformation FOR_EVERYONE = ResultInformation.of(200, 5001, "This conversation has ended.");
    static final ResultInformation LEFT_ALONE = ResultInformation.of(
            200, 5010, "This conversation has ended as only one participant was remaining in the conversation.");
    static final ResultInformation OTHER_PARTY_REMOVED = ResultInformation.of(200, 5002, "The conversation has ended");
    static final ResultInformation REMOVED = ResultInformation.of(200, 5000, "Removed by another participant");
    static final ResultInformation TRANSFERRED =
            ResultInformation.of(200, 7015, "Call ended by service after successful transfer");

    private Ending() {}
}
