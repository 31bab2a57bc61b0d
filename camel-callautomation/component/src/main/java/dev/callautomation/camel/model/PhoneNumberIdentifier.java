package dev.callautomation.camel.model;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A phone number.
 *
 * @param value       the number in E.164 form, {@code +14255550100}; {@code anonymous} for a withheld number
 * @param isAnonymous whether the number is withheld; may be {@code null}
 * @param assertedId  distinguishes calls of the same number, if the service sends it; may be {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PhoneNumberIdentifier(
        String value,
        @Nullable Boolean isAnonymous,
        @Nullable String assertedId) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public PhoneNumberIdentifier {}

    /**
     * @param  number                   {@code +14255550100} or {@code 4:+14255550100}
     * @throws IllegalArgumentException if that is not a phone number
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PhoneNumberIdentifier of(String number) {
        return Objects.requireNonNull(CommunicationIdentifier.of(number)
                .as(IdentifierKind.PHONE_NUMBER)
                .phoneNumber());
    }
}
