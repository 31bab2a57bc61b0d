package dev.callautomation.simulator.engine.result;

import dev.callautomation.simulator.model.Identifier;

/**
 * Why a ringing target did not join. The codes follow the service's call-end table, which differs for telephone
 * numbers and for users of the service, and, for a declined call, for the caller of createCall.
 */
public enum Refusal {
    DECLINED("declines", "Declined by all callee endpoints", 403, 560403, 487, 10024),
    BUSY("is busy", "The callee is busy", 486, 560486, 486, 560486),
    FORBIDDEN("forbids the call", "The callee refused the call", 403, 560403, 403, 560403),
    NO_ANSWER("does not answer", "The callee did not answer in time", 480, 560480, 487, 10004),
    UNREACHABLE("is not reachable", "The callee is not registered or not reachable", 480, 10078, 480, 10078),
    CANCELED("stops ringing", "The call was canceled by the originator", 487, 540487, 487, 0);

    private final String phrase;
    private final String reason;
    private final int phoneCode;
    private final int phoneSubCode;
    private final int userCode;
    private final int userSubCode;

    Refusal(String phrase, String reason, int phoneCode, int phoneSubCode, int userCode, int userSubCode) {
        this.phrase = phrase;
        this.reason = reason;
        this.phoneCode = phoneCode;
        this.phoneSubCode = phoneSubCode;
        this.userCode = userCode;
        this.userSubCode = userSubCode;
    }

    /** How the timeline says it, after the phone's name. */
    public String phrase() {
        return phrase;
    }

    /** The result of adding or transferring to this target. */
    public ResultInformation result(Identifier target) {
        return ResultInformation.of(code(target), subCode(target), reason);
    }

    /** The result of adding this target; the service wraps the reason in a sentence that names the participant. */
    public ResultInformation resultOfAdding(Identifier target) {
        return ResultInformation.of(
                code(target),
                subCode(target),
                "addParticipants failed for participant " + target + ". Underlying reason: " + reason);
    }

    /** The result of createCall: a user who declines ends the conversation with 200/5002, as recorded. */
    public ResultInformation resultOfCreating(Identifier target) {
        return this == DECLINED && !target.isPhoneNumber()
                ? ResultInformation.of(200, 5002, "The conversation has ended")
                : result(target);
    }

    private int code(Identifier target) {
        return target.isPhoneNumber() ? phoneCode : userCode;
    }

    private int subCode(Identifier target) {
        return target.isPhoneNumber() ? phoneSubCode : userSubCode;
    }
}
