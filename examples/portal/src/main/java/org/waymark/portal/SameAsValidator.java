package org.waymark.portal;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.waymark.core.constraint.Constraints;

/** Asks the model what the value would break; no message of the model holds a value. */
class SameAsValidator implements ConstraintValidator<SameAs, Integer> {
    private @Nullable SameAs model;

    @Override
    public void initialize(SameAs annotation) {
        model = annotation;
    }

    @Override
    public boolean isValid(@Nullable Integer value, ConstraintValidatorContext context) {
        if (value == null) {
            return true;
        }
        SameAs same = Objects.requireNonNull(model);
        LocalDate today = LocalDate.now(context.getClockProvider().getClock());
        List<String> broken = Constraints.messages(same.entity(), same.property(), value, today);
        context.disableDefaultConstraintViolation();
        broken.forEach(
                message -> context.buildConstraintViolationWithTemplate(message).addConstraintViolation());
        return broken.isEmpty();
    }
}
