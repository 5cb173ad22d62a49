package org.waymark.core.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.List;

/** Checks the accessors' constraints and reports each under its property. */
public final class CheckedValidator implements ConstraintValidator<Checked, Object> {
    /** Made by the validator. */
    public CheckedValidator() {}

    @Override
    public boolean isValid(Object entity, ConstraintValidatorContext context) {
        List<Constraints.Violation> violations = Constraints.check(entity);
        if (violations.isEmpty()) {
            return true;
        }
        context.disableDefaultConstraintViolation();
        for (Constraints.Violation violation : violations) {
            context.buildConstraintViolationWithTemplate(literal(violation.message()))
                    .addPropertyNode(violation.property())
                    .addConstraintViolation();
        }
        return false;
    }

    /** The message is finished text: nothing in it is to be looked up or evaluated. */
    private static String literal(String message) {
        return message.replace("\\", "\\\\")
                .replace("{", "\\{")
                .replace("}", "\\}")
                .replace("$", "\\$");
    }
}
