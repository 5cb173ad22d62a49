package org.waymark.portal;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What is asked for obeys the constraints that the model declares on a property of its own: one rule, said once. */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = SameAsValidator.class)
@interface SameAs {
    /** The entity. */
    Class<?> entity();

    /** Its accessor. */
    String property();

    /** Said only where the model does not say more. */
    String message() default "must be as the model has it";

    /** Groups, as Jakarta Validation has them. */
    Class<?>[] groups() default {};

    /** Payload, as Jakarta Validation has it. */
    Class<? extends Payload>[] payload() default {};
}
