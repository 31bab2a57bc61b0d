package dev.callautomation.camel.springboot;

import java.util.Set;

import org.apache.camel.NoTypeConversionAvailableException;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.TypeConversionException;

/** Why an object could not be created, or a property of it not be set. */
record RootCause(Throwable exception) {

    /** They tell no more than that the property is not valid, and quote its value. */
    private static final Set<Class<?>> OF_CAMEL = Set.of(
            PropertyBindingException.class, TypeConversionException.class, NoTypeConversionAvailableException.class);

    static RootCause of(Throwable failure) {
        Throwable cause = failure;
        // bounded, as causes may form a circle
        for (int depth = 0; depth < 100 && cause.getCause() != null; depth++) {
            cause = cause.getCause();
        }
        return new RootCause(cause);
    }

    /** Class and message; without the message if that may contain a secret. Empty if there is nothing to add. */
    String describe(ComponentProperty property) {
        String message = exception.getMessage();
        if (exception instanceof NoClassDefFoundError || exception instanceof ClassNotFoundException) {
            return "The class " + (message == null ? "that it needs" : message.replace('/', '.')) + " is missing";
        }
        if (OF_CAMEL.contains(exception.getClass())) {
            return "";
        }
        return "Cause: " + exception.getClass().getName()
                + (message == null || isSecret(property, message) ? "" : ": " + message);
    }

    private static boolean isSecret(ComponentProperty property, String message) {
        return property.isSecret()
                || !property.isReference() && message.contains(property.value().toString());
    }
}
