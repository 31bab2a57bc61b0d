package dev.callautomation.camel.internal.client;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Connection string of a resource, {@code endpoint=https://contoso.communication.azure.com/;accesskey=<base64>}.
 *
 * @param endpoint  the URL of the resource
 * @param accessKey the key, base64
 */
public record ConnectionString(String endpoint, String accessKey) {

    private static final Pattern FORM =
            Pattern.compile("\\s*endpoint=([^;]+);\\s*accesskey=([^;]+?);?\\s*", Pattern.CASE_INSENSITIVE);

    /**
     * @throws IllegalArgumentException if the text has another form; the message does not contain it
     */
    public static ConnectionString parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("The connectionString does not have the form"
                    + " endpoint=https://<resource>.communication.azure.com/;accesskey=<key>;"
                    + " copy it from the page Keys of the resource in the Azure portal");
        }
        return new ConnectionString(matcher.group(1), matcher.group(2));
    }

    /** Omits the key. */
    @Override
    public String toString() {
        return "ConnectionString[endpoint=" + endpoint + "]";
    }
}
