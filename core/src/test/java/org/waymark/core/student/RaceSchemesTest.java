package org.waymark.core.student;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.waymark.core.id.StudentId;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.population.Population;
import org.waymark.core.schema.Unit;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Label;
import org.waymark.core.tally.Tally;

class RaceSchemesTest {
    static Stream<Arguments> labels() {
        return Stream.of(
                Arguments.of(List.of("WHITE"), "White", "White", "White alone"),
                Arguments.of(List.of("HISPANIC"), "Hispanic", "Hispanic", "Students of color"),
                Arguments.of(
                        List.of("HISPANIC", "WHITE"), "Hispanic", "Multiracial or multiethnic", "Students of color"),
                Arguments.of(
                        List.of("ASIAN", "WHITE"),
                        "Two or more races",
                        "Multiracial or multiethnic",
                        "Students of color"),
                Arguments.of(
                        List.of("NHPI"),
                        "Native Hawaiian/Pacific Islander",
                        "Native Hawaiian/Pacific Islander",
                        "Students of color"),
                Arguments.of(
                        List.of("AIAN"),
                        "American Indian/Alaska Native",
                        "American Indian/Alaska Native",
                        "Students of color"));
    }

    @ParameterizedTest
    @MethodSource("labels")
    void disjointSchemesFollowTheirDefinitions(List<String> labels, String federal, String spd15, String ofColor) {
        assertEquals(List.of(federal), RaceSchemes.FEDERAL_7.groupsOf(labels));
        assertEquals(List.of(spd15), RaceSchemes.SPD_15_2024.groupsOf(labels));
        assertEquals(List.of(ofColor), RaceSchemes.OF_COLOR.groupsOf(labels));
        assertEquals(
                labels.size(),
                RaceSchemes.ALONE_OR_IN_COMBINATION.groupsOf(labels).size());
    }

    private static Student student(int id, Boolean hispanic, String... races) {
        Student.Builder student =
                Student.builder().id(StudentId.of(Integer.toString(id))).addRaces(races);
        if (hispanic != null) {
            student.hispanic(hispanic);
        }
        return student.build();
    }

    @Test
    void hispanicAnswerAndRacesAreSeenTogether() {
        Population population = Population.builder()
                .asOf(LocalDate.of(2026, 6, 30))
                .add(student(1, true), student(2, true, "WHITE"), student(3, false, "WHITE"))
                .add(student(4, null, "WHITE", "BLACK"), student(5, false), student(6, null))
                .build();
        Indicator any = Indicator.builder("any").build();
        Tally tally = population
                .all(Unit.STUDENT)
                .tally(
                        any,
                        Students.RACE.as(RaceSchemes.FEDERAL_7),
                        Students.RACE.as(RaceSchemes.ALONE_OR_IN_COMBINATION));
        assertEquals(
                List.of(2L, 1L, 0L, 0L, 0L, 0L, 1L, 2L),
                tally.by(any, Students.RACE.as(RaceSchemes.FEDERAL_7)).stream()
                        .map(cell -> cell.members().exact())
                        .toList());
        List<Cell> alone = tally.by(any, Students.RACE.as(RaceSchemes.ALONE_OR_IN_COMBINATION));
        assertEquals(
                3,
                alone.stream()
                        .filter(cell -> cell.labels().equals(List.of(Label.of("White"))))
                        .findFirst()
                        .orElseThrow()
                        .members()
                        .exact());
        // Who stands in two groups is known.
        assertEquals(
                1,
                tally.shared(any, Students.RACE.as(RaceSchemes.ALONE_OR_IN_COMBINATION), "White", "Black")
                        .members()
                        .exact());
    }
}
