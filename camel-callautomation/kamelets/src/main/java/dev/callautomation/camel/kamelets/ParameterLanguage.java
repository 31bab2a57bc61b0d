package dev.callautomation.camel.kamelets;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import org.apache.camel.Expression;
import org.apache.camel.Predicate;
import org.apache.camel.spi.annotations.Language;
import org.apache.camel.support.ExpressionToPredicateAdapter;
import org.apache.camel.support.LanguageSupport;
import org.apache.camel.support.builder.ExpressionBuilder;

/**
 * The value of a parameter of a Kamelet: text, or an expression of the Simple language. An empty parameter is {@code null}.
 *
 * <p>The templates set headers by it, instead of options of an endpoint URI: headers take any character, and values that come from
 * a message cannot add options. Expressions are those of the text alone: what they evaluate to is not evaluated again.
 */
@Language(ParameterLanguage.NAME)
public final class ParameterLanguage extends LanguageSupport {

    static final String NAME = "callautomation-parameter";

    /** Text that is encoded for a query as a whole. A plus sign at the beginning is that of a phone number. */
    private static final Pattern ENCODED = Pattern.compile("(?:[A-Za-z0-9.*_-]|%[0-9A-F]{2}|(?<!^)\\+)+");

    @Override
    public Expression createExpression(String parameter) {
        String value = parameter == null ? "" : decoded(parameter).strip();
        return value.isEmpty()
                ? ExpressionBuilder.constantExpression(null)
                : getCamelContext()
                        .resolveLanguage("simple")
                        .createExpression(getCamelContext().resolvePropertyPlaceholders(value));
    }

    @Override
    public Predicate createPredicate(String parameter) {
        return ExpressionToPredicateAdapter.toPredicate(createExpression(parameter));
    }

    /** Routes that Camel makes of a Pipe encode the values of properties, and Kamelets do not decode them. Others do not. */
    private String decoded(String value) {
        return ENCODED.matcher(value).matches() && PipeRoutes.isCreating(getCamelContext())
                ? URLDecoder.decode(value, StandardCharsets.UTF_8)
                : value;
    }
}
