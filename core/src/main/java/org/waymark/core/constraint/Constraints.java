package org.waymark.core.constraint;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.metadata.BeanDescriptor;
import jakarta.validation.metadata.PropertyDescriptor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.hibernate.validator.spi.properties.ConstrainableExecutable;
import org.hibernate.validator.spi.properties.GetterPropertySelectionStrategy;
import org.waymark.core.result.Finding;
import org.waymark.core.result.Reason;

/**
 * Checks the constraints that the model declares: birth dates lie in the past, hours are not negative.
 *
 * <p>They are told, not thrown: an entity that breaks one exists, but is doubtful.
 */
public final class Constraints {
    private Constraints() {}

    /**
     * One constraint that does not hold.
     *
     * @param property the entity's accessor
     * @param message what must hold, without any value
     */
    public record Violation(String property, String message) {}

    /** Every constraint of the entity that does not hold, by property and message. */
    public static List<Violation> check(Object entity) {
        BeanDescriptor bean = Ready.VALIDATOR.getConstraintsForClass(entity.getClass());
        List<Violation> violations = new ArrayList<>();
        for (PropertyDescriptor property : bean.getConstrainedProperties()) {
            for (ConstraintViolation<Object> violation :
                    Ready.VALIDATOR.validateProperty(entity, property.getPropertyName())) {
                violations.add(new Violation(property.getPropertyName(), violation.getMessage()));
            }
        }
        violations.sort(Comparator.comparing(Violation::property).thenComparing(Violation::message));
        return violations;
    }

    /** The same as findings about a place of a source. */
    public static List<Finding> findings(Object entity, String source, long line) {
        return check(entity).stream()
                .map(violation -> Finding.warning(
                        Reason.CONSTRAINT, source, line, violation.property(), "a value that " + violation.message()))
                .toList();
    }

    /** Made when first needed: starting a validator takes most of a second. */
    private static final class Ready {
        static final Validator VALIDATOR = Validation.byProvider(HibernateValidator.class)
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .defaultLocale(Locale.ENGLISH)
                .localeResolver(context -> Locale.ENGLISH)
                .getterPropertySelectionStrategy(new BareNouns())
                .buildValidatorFactory()
                .getValidator();
    }

    /** Takes {@code birthDate()} for the property {@code birthDate}. */
    private static final class BareNouns implements GetterPropertySelectionStrategy {
        @Override
        public Optional<String> getProperty(ConstrainableExecutable executable) {
            boolean accessor = executable.getParameterTypes().length == 0 && executable.getReturnType() != void.class;
            return accessor ? Optional.of(executable.getName()) : Optional.empty();
        }

        @Override
        public List<String> getGetterMethodNameCandidates(String propertyName) {
            return List.of(propertyName);
        }
    }
}
