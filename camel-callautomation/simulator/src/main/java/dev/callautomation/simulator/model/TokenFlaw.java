package dev.callautomation.simulator.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can be wrong with the token of a delivery. */
public enum TokenFlaw {
    /** It ended an hour ago. */
    EXPIRED("expired"),
    /** It begins in an hour. */
    NOT_YET_VALID("notYetValid"),
    /** It is for another resource. */
    WRONG_AUDIENCE("wrongAudience"),
    /** Its issuer is not the simulator. */
    WRONG_ISSUER("wrongIssuer"),
    /** It names the simulator's key but is signed by another. */
    WRONG_KEY("wrongKey"),
    /** It is signed by a key, and names it, that is not published. */
    UNKNOWN_KEY("unknownKey"),
    /** It says that it need not be signed. */
    ALG_NONE("algNone"),
    /** There is none. */
    NONE("none");

    private final String wireName;

    TokenFlaw(String wireName) {
        this.wireName = wireName;
    }

    /** The name in the control API. */
    public String wireName() {
        return wireName;
    }

    /** All names in the control API. */
    public static List<String> names() {
        return Arrays.stream(values()).map(TokenFlaw::wireName).toList();
    }

    /** The flaw of this name in the control API. */
    public static Optional<TokenFlaw> find(String wireName) {
        return Arrays.stream(values())
                .filter(flaw -> flaw.wireName.equals(wireName))
                .findFirst();
    }
}
