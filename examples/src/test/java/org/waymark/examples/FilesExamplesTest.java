package org.waymark.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.core.id.ProgramId;
import org.waymark.core.pathway.CareerPathway;
import org.waymark.core.pathway.Level;
import org.waymark.core.pathway.Participation;
import org.waymark.core.pathway.Program;
import org.waymark.core.place.County;
import org.waymark.core.place.District;
import org.waymark.core.place.Esd;
import org.waymark.core.place.School;
import org.waymark.core.population.Population;
import org.waymark.core.schema.Schema;
import org.waymark.core.student.Enrolment;
import org.waymark.core.student.Student;
import org.waymark.io.csv.Csv;
import org.waymark.io.oneroster.OneRoster;
import org.waymark.io.synthetic.Synthetic;

class FilesExamplesTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @Test
    void rosterBecomesAScorecardInSeveralForms() throws IOException {
        Population region = withPrograms(Synthetic.region(2_000, 42));
        Path roster = folder.resolve("roster.zip");
        OneRoster.writer("test").write(region, roster);
        StringBuilder courses = new StringBuilder("course,pathway,level,activity\n");
        region.stream(Program.SCHEMA)
                .forEach(program -> courses.append(program.id().value())
                        .append(",manufacturing,")
                        .append(program.level())
                        .append(',')
                        .append(program.activity().map(Enum::name).orElse(""))
                        .append('\n'));
        Path table = Files.writeString(folder.resolve("courses.csv"), courses);
        FromOneRosterToScorecard.run(roster, table, region.asOf(), folder.resolve("out"), out);
        String text = printed.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("B1 v1") && text.contains("B6 v1") && text.contains("B5 v1"), text);
        String figures = Files.readString(folder.resolve("out/figures.csv"));
        assertTrue(figures.startsWith("table,axis,group,"), figures);
        for (String indicator : List.of("B1 v1", "B6 v1", "B5 v1")) {
            String rate = "Rate: .*,gender,F,.*" + indicator + ".*,rate,share from 0 to 1,0\\.[0-9]+,shown,";
            assertTrue(Pattern.compile(rate).matcher(figures).find(), figures);
        }
        assertTrue(Files.size(folder.resolve("out/scorecard.xlsx")) > 1_000);
        assertTrue(Files.readString(folder.resolve("out/findings.csv")).startsWith("severity,"));
    }

    /** The region with a program for each participation: the first of its level. */
    private static Population withPrograms(Population region) {
        Map<Level, ProgramId> programs = new EnumMap<>(Level.class);
        region.stream(Program.SCHEMA).forEach(program -> programs.putIfAbsent(program.level(), program.id()));
        Population.Builder builder = Population.builder().asOf(region.asOf());
        for (Schema<?, ?> kind : List.of(
                Esd.SCHEMA, County.SCHEMA, District.SCHEMA, School.SCHEMA, CareerPathway.SCHEMA, Student.SCHEMA)) {
            builder.addAll(region.stream(kind).toList());
        }
        builder.addAll(region.stream(Enrolment.SCHEMA).toList());
        builder.addAll(region.stream(Participation.SCHEMA)
                .map(part -> part.withProgram(programs.get(part.level())))
                .toList());
        builder.addAll(region.stream(Program.SCHEMA).toList());
        return builder.build();
    }

    @Test
    void collegeGoingIsARangeThatTheReportNarrows() throws IOException {
        Population region = Synthetic.region(1_500, 42);
        Population students = Population.builder()
                .asOf(region.asOf())
                .addAll(region.stream(Student.SCHEMA).toList())
                .build();
        Csv.forAnalysts("test").write(students, folder.resolve("students"));
        StringBuilder rows = new StringBuilder(
                "Your Unique Identifier,Requester Return Field,Record Found Y/N,Search Date,College Code/Branch,College Name,"
                        + "College State,2-year / 4-year,Public / Private,Enrollment Begin,Enrollment End,"
                        + "Enrollment Status,Graduated?,Graduation Date,Degree Title,College Sequence\n");
        int found = 0;
        int graduates = 0;
        for (Student student : students.stream(Student.SCHEMA).toList()) {
            if (student.classOf().equals(Optional.of(2024))
                    && student.graduationDate().isPresent()) {
                graduates++;
                boolean hit = graduates % 3 > 0;
                found += hit ? 1 : 0;
                rows.append(',').append(student.id().value());
                rows.append(
                        hit
                                ? ",Y,20260201,008083-00,RIVER COLLEGE,WA,2-year,Public,20240828,20241215,F,N,,,1\n"
                                : ",N,20260201,,,,,,,,,N,,,\n");
            }
        }
        Path detail = Files.writeString(folder.resolve("detail.csv"), rows);
        CollegeGoingFromStudentTracker.run(
                detail, folder.resolve("students"), 2024, found + 5, folder.resolve("bundle"), out);
        String text = printed.toString(StandardCharsets.UTF_8);
        Matcher agree =
                Pattern.compile(": agree, (\\d+) of those not found succeeded").matcher(text);
        assertTrue(agree.find(), text);
        Matcher women =
                Pattern.compile("F: went on (\\d+)\\.\\.(\\d+) of (\\d+)").matcher(text);
        assertTrue(women.find(), text);
        assertTrue(
                Integer.parseInt(women.group(2)) - Integer.parseInt(women.group(1)) <= Integer.parseInt(agree.group(1)),
                text);
        assertTrue(text.contains("student-tracker-coverage"), text);
        assertTrue(Files.exists(folder.resolve("bundle/replicate.R")));
    }

    @Test
    void credentialsAreWrittenAndReadAndNameNobody() throws IOException {
        Population region = Synthetic.region(200, 42);
        IssueCredentials.run(region, folder.resolve("wallets"), out);
        String text = printed.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("learner records written, unsigned"), text);
        assertTrue(text.contains("Learner record of "), text);
        try (Stream<Path> files = Files.list(folder.resolve("wallets"))) {
            assertEquals(text.split(" ", 2)[0], String.valueOf(files.count()));
        }
        String record = Files.readString(folder.resolve("wallets/record-1.json"));
        for (Student student : region.stream(Student.SCHEMA).toList()) {
            assertFalse(record.contains("\"" + student.id().value() + "\""), record);
        }
    }
}
