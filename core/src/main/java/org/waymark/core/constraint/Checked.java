package org.waymark.core.constraint;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The constraints on an entity's accessors hold.
 *
 * <p>Accessors bear the bare noun, {@code birthDate()}, which a stock validator does not take for a property: it would
 * ignore their constraints without a word. This constraint on the class has them checked by any validator and reports
 * each under its property.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = CheckedValidator.class)
public @interface Checked {
    /** What is said if a constraint cannot be told apart. */
    String message() default "must hold the constraints of its properties";

    /** Groups, as Jakarta Validation has them. */
    Class<?>[] groups() default {};

    /** Payload, as Jakarta Validation has it. */
    Class<? extends Payload>[] payload() default {};
}
