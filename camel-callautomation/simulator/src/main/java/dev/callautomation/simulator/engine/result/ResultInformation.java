package dev.callautomation.simulator.engine.result;

/** The outcome an event reports. */
public record ResultInformation(int code, int subCode, String message) {

    public static final ResultInformation SUCCESS = new ResultInformation(200, 0, "");

    /** Codes as people write them: {@code 487/10024}. */
    public String codes() {
        return code + "/" + subCode;
    }

    /** A result whose message ends with the diagnostic code, which the service writes with 0 for a normal end. */
    public static ResultInformation of(int code, int subCode, String reason) {
        int diagnostic = code == 200 ? 0 : code;
        return new ResultInformation(code, subCode, reason + ". DiagCode: " + diagnostic + "#" + subCode + ".@");
    }
}
