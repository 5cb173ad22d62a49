package org.waymark.core.constraint;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.metadata.BeanDescriptor;
import jakarta.validation.metadata.PropertyDescriptor;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.hibernate.validator.spi.properties.ConstrainableExecutable;
import org.hibernate.validator.spi.properties.GetterPropertySelectionStrategy;
import org.jspecify.annotations.Nullable;
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

    /** Whether the model declares a constraint on a property of its entities. */
    public static boolean isConstrained(Class<?> type, String property) {
        // By reflection: nobody should wait for a validator who has nothing to validate.
        try {
            AnnotatedType returned = type.getMethod(property).getAnnotatedReturnType();
            List<AnnotatedType> places = new ArrayList<>(List.of(returned));
            if (returned instanceof AnnotatedParameterizedType optional) {
                places.addAll(List.of(optional.getAnnotatedActualTypeArguments()));
            }
            return places.stream()
                    .flatMap(place -> Arrays.stream(place.getAnnotations()))
                    .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(Constraint.class));
        } catch (NoSuchMethodException unknown) {
            throw new IllegalArgumentException("property: must be one of " + type.getSimpleName(), unknown);
        }
    }

    /**
     * What a value would break if a property had it, without an entity.
     *
     * @param type the entity
     * @param property its accessor
     * @param value the value: a text, a day, or a {@code BigDecimal} for any number
     * @param today the day as seen from which a day lies in the past
     * @return what must hold, without any value; empty if all of it does
     */
    public static List<String> messages(Class<?> type, String property, Object value, LocalDate today) {
        Object typed;
        try {
            typed = typed(value, type.getMethod(property).getGenericReturnType());
        } catch (NoSuchMethodException unknown) {
            throw new IllegalArgumentException("property: must be one of " + type.getSimpleName(), unknown);
        } catch (ArithmeticException | NumberFormatException notWhole) {
            return List.of("must be a whole number");
        }
        return Ready.on(today).validateValue(type, property, typed).stream()
                .map(ConstraintViolation::getMessage)
                .sorted()
                .toList();
    }

    /** The value as the accessor gives it. */
    private static Object typed(Object value, Type type) {
        if (type instanceof ParameterizedType optional && optional.getRawType() == Optional.class) {
            return Optional.of(typed(value, optional.getActualTypeArguments()[0]));
        }
        if (type == Integer.class || type == int.class) {
            return value instanceof BigDecimal number ? number.intValueExact() : Integer.valueOf(value.toString());
        }
        return value;
    }

    /** Made when first needed: starting a validator takes most of a second. */
    private static final class Ready {
        static final ValidatorFactory FACTORY = Validation.byProvider(HibernateValidator.class)
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .defaultLocale(Locale.ENGLISH)
                .localeResolver(context -> Locale.ENGLISH)
                .getterPropertySelectionStrategy(new BareNouns())
                .buildValidatorFactory();
        static final Validator VALIDATOR = FACTORY.getValidator();

        /** One for the day that was asked for last: a file has many values and one day. */
        private static volatile @Nullable Dated last;

        private record Dated(LocalDate day, Validator validator) {}

        static Validator on(LocalDate day) {
            Dated known = last;
            if (known == null || !known.day().equals(day)) {
                Clock clock = Clock.fixed(day.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
                known = new Dated(
                        day, FACTORY.usingContext().clockProvider(() -> clock).getValidator());
                last = known;
            }
            return known.validator();
        }
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
