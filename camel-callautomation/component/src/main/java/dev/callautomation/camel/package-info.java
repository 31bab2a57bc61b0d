/**
 * The Apache Camel component {@code callautomation:} for Azure Communication Services Call Automation. Applications use this
 * package and the records of its packages {@code event}, {@code model} and {@code streaming}; {@code internal} may change at any
 * time.
 */
@NullMarked
package dev.callautomation.camel;

import org.jspecify.annotations.NullMarked;
