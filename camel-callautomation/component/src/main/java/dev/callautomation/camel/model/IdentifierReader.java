package dev.callautomation.camel.model;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads an identifier from text, JSON in text, or an object. An object with a raw id may have unknown members and an unknown
 * kind, as it may come from a newer service; one without has been written for this API, and is read as strictly as the rest.
 */
final class IdentifierReader extends StdDeserializer<CommunicationIdentifier> {

    private static final long serialVersionUID = 1L;

    private static final String KIND = "kind";
    private static final String RAW_ID = "rawId";
    private static final String USER = "communicationUser";
    private static final String PHONE = "phoneNumber";
    private static final String TEAMS_USER = "microsoftTeamsUser";
    private static final String TEAMS_APP = "microsoftTeamsApp";
    private static final String EXTENSION_USER = "teamsExtensionUser";
    private static final List<String> MEMBERS =
            List.of(KIND, RAW_ID, USER, PHONE, TEAMS_USER, TEAMS_APP, EXTENSION_USER);

    private static final ObjectMapper LENIENT = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
            .build();

    IdentifierReader() {
        super(CommunicationIdentifier.class);
    }

    @Override
    public Collection<Object> getKnownPropertyNames() {
        return List.copyOf(MEMBERS);
    }

    @Override
    public @Nullable CommunicationIdentifier deserialize(JsonParser parser, DeserializationContext context)
            throws IOException {
        JsonNode tree = parser.readValueAsTree();
        if (tree.isTextual() && tree.textValue().strip().startsWith("{")) {
            tree = LENIENT.readTree(tree.textValue());
        }
        try {
            if (tree.isTextual()) {
                return CommunicationIdentifier.of(tree.textValue());
            }
            if (tree instanceof ObjectNode object) {
                boolean named = object.path(RAW_ID).isTextual()
                        && !object.path(RAW_ID).textValue().isBlank();
                return named ? fromService(object) : fromUser(object, parser, context);
            }
        } catch (IllegalArgumentException e) {
            throw JsonMappingException.from(parser, e.getMessage(), e);
        }
        return (CommunicationIdentifier) context.handleUnexpectedToken(CommunicationIdentifier.class, parser);
    }

    private static CommunicationIdentifier fromService(ObjectNode object) {
        CommunicationIdentifier usual = usual(object);
        return usual != null ? usual : bound(object);
    }

    /**
     * A phone number or a user of Communication Services without unknown members, which most identifiers are. Binding its
     * members and comparing it with its JSON takes a tenth of the CPU of an operation whose response has an identifier.
     */
    private static @Nullable CommunicationIdentifier usual(ObjectNode object) {
        if (object.size() != 3) {
            return null;
        }
        String kind = object.path(KIND).asText();
        String rawId = object.path(RAW_ID).textValue();
        if (kind.equalsIgnoreCase(PHONE) && object.get(PHONE) instanceof ObjectNode phone) {
            PhoneNumberIdentifier number = number(phone);
            return number == null ? null : new CommunicationIdentifier(null, rawId, null, number, null, null, null);
        }
        if (kind.equalsIgnoreCase(USER) && object.get(USER) instanceof ObjectNode user) {
            String id = user.size() == 1 ? user.path("id").textValue() : null;
            return id == null
                    ? null
                    : new CommunicationIdentifier(
                            null, rawId, new CommunicationUserIdentifier(id), null, null, null, null);
        }
        return null;
    }

    private static @Nullable PhoneNumberIdentifier number(ObjectNode phone) {
        String value = phone.path("value").textValue();
        JsonNode anonymous = phone.get("isAnonymous");
        boolean usual = anonymous == null ? phone.size() == 1 : anonymous.isBoolean() && phone.size() == 2;
        return value == null || !usual
                ? null
                : new PhoneNumberIdentifier(value, anonymous == null ? null : anonymous.booleanValue(), null);
    }

    private static CommunicationIdentifier bound(ObjectNode object) {
        return new CommunicationIdentifier(
                Objects.requireNonNullElse(known(object, KIND, IdentifierKind.class), IdentifierKind.UNKNOWN),
                object.path(RAW_ID).textValue(),
                known(object, USER, CommunicationUserIdentifier.class),
                known(object, PHONE, PhoneNumberIdentifier.class),
                known(object, TEAMS_USER, MicrosoftTeamsUserIdentifier.class),
                known(object, TEAMS_APP, MicrosoftTeamsAppIdentifier.class),
                known(object, EXTENSION_USER, TeamsExtensionUserIdentifier.class),
                object);
    }

    private static <T> @Nullable T known(ObjectNode object, String member, Class<T> type) {
        try {
            return object.hasNonNull(member) ? LENIENT.treeToValue(object.get(member), type) : null;
        } catch (JsonProcessingException e) {
            // the raw id is enough, and the object is kept
            return null;
        }
    }

    private CommunicationIdentifier fromUser(ObjectNode object, JsonParser parser, DeserializationContext context)
            throws IOException {
        for (var member : object.properties()) {
            if (!MEMBERS.contains(member.getKey())) {
                context.handleUnknownProperty(parser, this, CommunicationIdentifier.class, member.getKey());
            }
        }
        return new CommunicationIdentifier(
                strict(object, KIND, IdentifierKind.class, context),
                strict(object, RAW_ID, String.class, context),
                strict(object, USER, CommunicationUserIdentifier.class, context),
                strict(object, PHONE, PhoneNumberIdentifier.class, context),
                strict(object, TEAMS_USER, MicrosoftTeamsUserIdentifier.class, context),
                strict(object, TEAMS_APP, MicrosoftTeamsAppIdentifier.class, context),
                strict(object, EXTENSION_USER, TeamsExtensionUserIdentifier.class, context));
    }

    private static <T> @Nullable T strict(
            ObjectNode object, String member, Class<T> type, DeserializationContext context) throws IOException {
        if (!object.hasNonNull(member)) {
            return null;
        }
        try {
            return context.readTreeAsValue(object.get(member), type);
        } catch (JsonMappingException e) {
            e.prependPath(CommunicationIdentifier.class, member);
            throw e;
        }
    }
}
