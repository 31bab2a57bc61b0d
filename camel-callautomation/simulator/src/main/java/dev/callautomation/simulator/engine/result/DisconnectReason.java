package dev.callautomation.simulator.engine.result;

/** The reasons for a CallDisconnected, with the codes and messages recorded from the service. */
public final class DisconnectReason {

    public static final ResultInformation BY_APPLICATION = ResultInformation.of(
            200, 7000, "Call was ended by Azure Communication Service Call Automation API or a server bot");
    public static final ResultInformation FOR_EVERYONE =
            ResultInformation.of(200, 5001, "This conversation has ended.");
    public static final ResultInformation LEFT_ALONE = ResultInformation.of(
            200, 5010, "This conversation has ended as only one participant was remaining in the conversation.");
    public static final ResultInformation OTHER_PARTY_REMOVED =
            ResultInformation.of(200, 5002, "The conversation has ended");
    public static final ResultInformation REMOVED = ResultInformation.of(200, 5000, "Removed by another participant");
    public static final ResultInformation TRANSFERRED =
            ResultInformation.of(200, 7015, "Call ended by service after successful transfer");

    private DisconnectReason() {}
}
