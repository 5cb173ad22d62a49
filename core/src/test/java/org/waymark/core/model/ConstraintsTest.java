package org.waymark.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import org.waymark.core.constraint.Constraints;
import org.waymark.core.id.PartnerId;
import org.waymark.core.id.StudentId;
import org.waymark.core.partner.Partner;
import org.waymark.core.pathway.Level;
import org.waymark.core.pathway.Participation;
import org.waymark.core.student.Enrolment;
import org.waymark.core.student.Student;

class ConstraintsTest {
    /** As a portal has it: nothing is told to it about our accessors. */
    private static final Validator STOCK = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator(
                    List.of(Locale.ENGLISH).stream().collect(java.util.stream.Collectors.toSet()),
                    Locale.ENGLISH,
                    context -> Locale.ENGLISH,
                    false))
            .buildValidatorFactory()
            .getValidator();

    private static final Student UNBORN = Student.builder()
            .id(StudentId.of("0904-17"))
            .birthDate(LocalDate.of(2999, 1, 1))
            .classOf(1066)
            .build();

    private static List<String> told(Object entity) {
        return STOCK.validate(entity).stream()
                .map(violation -> violation.getPropertyPath() + " " + violation.getMessage())
                .sorted()
                .toList();
    }

    @Test
    void stockValidatorFindsWhatIsDoubtful() {
        assertEquals(List.of("birthDate must be a past date", "classOf must be 1950 or later"), told(UNBORN));
        assertEquals(
                List.of("hours must be greater than or equal to 0"),
                told(Participation.builder()
                        .student(StudentId.of("1"))
                        .level(Level.PREP)
                        .start(LocalDate.of(2020, 1, 1))
                        .hours(BigDecimal.valueOf(-3))
                        .build()));
        assertEquals(
                List.of("size must be greater than or equal to 0"),
                told(Partner.builder().id(PartnerId.of("p")).size(-1).build()));
    }

    @Test
    void messagesHoldNoValue() {
        for (ConstraintViolation<Object> violation : STOCK.validate((Object) UNBORN)) {
            assertTrue(!violation.getMessage().contains("2999")
                    && !violation.getMessage().contains("1066"));
        }
        assertTrue(Constraints.findings(UNBORN, "students.csv", 17).stream()
                .allMatch(finding -> !finding.toString().contains("2999")));
    }

    @Test
    void soundEntityIsNotDoubted() {
        Student student = Student.builder()
                .id(StudentId.of("1"))
                .birthDate(LocalDate.of(2001, 5, 4))
                .classOf(2019)
                .build();
        assertEquals(List.of(), told(student));
        assertEquals(List.of(), Constraints.check(student));
    }

    @Test
    void endBeforeStartCannotExist() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> Enrolment.builder()
                        .student(StudentId.of("1"))
                        .school(org.waymark.core.id.SchoolId.of("0101"))
                        .start(LocalDate.of(2020, 9, 1))
                        .end(LocalDate.of(2020, 8, 1))
                        .build());
        assertEquals("end: must not be before start", refused.getMessage());
    }

    @Test
    void idsRefuseWhatIsNoId() {
        assertThrows(IllegalArgumentException.class, () -> StudentId.of(" "));
        assertThrows(IllegalArgumentException.class, () -> StudentId.of("1 "));
        assertThrows(IllegalArgumentException.class, () -> StudentId.of("a\nb"));
        assertEquals("007", StudentId.of("007").value());
        assertEquals("StudentId(withheld)", StudentId.of("007").toString());
    }
}
