package org.waymark.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.waymark.core.credential.CredentialAward;
import org.waymark.core.population.Population;
import org.waymark.core.population.Roster;
import org.waymark.core.schema.Unit;
import org.waymark.core.student.Students;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.io.badge.Issuer;
import org.waymark.io.badge.LearnerRecord;
import org.waymark.io.badge.OpenBadges;
import org.waymark.io.badge.Profile;
import org.waymark.io.csv.Csv;
import org.waymark.io.json.Json;
import org.waymark.io.oneroster.OneRoster;
import org.waymark.io.synthetic.Synthetic;
import org.waymark.io.xlsx.Xlsx;

/** A made-up region and the files that it gives, in every form that is read or written here. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class FormatFiles {
    /** How many students; the other rosters of the region have some twenty times as many rows. */
    static final int STUDENTS = 20_000;

    Path folder;
    Population region;
    Table students;
    LearnerRecord record;

    /** Makes every file. */
    @Setup(Level.Trial)
    public void make() throws IOException {
        folder = Files.createTempDirectory("waymark-formats");
        region = Synthetic.region(STUDENTS, 42);
        students = students(region.roster(Unit.STUDENT));
        Csv.forAnalysts("benchmark").write(students, file("students.csv"));
        Xlsx.forAnalysts("benchmark").write(students, file("students.xlsx"));
        Json.forAnalysts("benchmark").writeLines(students, file("students.jsonl"));
        Json.forAnalysts("benchmark").write(students, file("table.json"));
        Csv.forAnalysts("benchmark").write(region, file("region"));
        Json.forAnalysts("benchmark").writeLines(region, file("lines"));
        Json.forAnalysts("benchmark").write(region, file("region.json"));
        OneRoster.writer("benchmark").write(region, file("roster.zip"));
        detail();
        published();
        CredentialAward award = region.stream(CredentialAward.SCHEMA)
                .filter(one -> !one.awardedOn().isAfter(region.asOf()))
                .findFirst()
                .orElseThrow();
        record = Issuer.of(Profile.of("https://district.example", "District"), new byte[16], region)
                .record(award.student())
                .orElseThrow();
        Files.writeString(file("record.json"), OpenBadges.toJson(record));
    }

    private static Table students(Roster roster) {
        Table.Builder table = Table.builder("Students")
                .column(Column.text("student_id", "id"))
                .column(Column.text("birth_date", "day of birth"))
                .column(Column.text("gender", "gender"))
                .column(Column.text("graduation_date", "day of graduation"));
        for (int row = 0; row < roster.size(); row++) {
            List<String> gender = roster.labels(Students.GENDER, row).labels();
            table.row(
                    Datum.text(roster.id(row)),
                    Datum.text(text(roster.day(Students.BIRTH_DATE, row))),
                    Datum.text(gender.isEmpty() ? "" : gender.get(0)),
                    Datum.text(text(roster.day(Students.GRADUATION_DATE, row))));
        }
        return table.build();
    }

    private static String text(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    private void detail() throws IOException {
        StringBuilder rows =
                new StringBuilder("Requester Return Field,Record Found Y/N,Search Date,College Code/Branch,"
                        + "College Name,College State,2-year / 4-year,Public / Private,Enrollment Begin,Enrollment End,"
                        + "Enrollment Status,Graduated?,Graduation Date,Degree Title,College Sequence\n");
        for (int i = 0; i < STUDENTS; i++) {
            rows.append(i / 2)
                    .append(",Y,20260201,008083-00,RIVER COLLEGE,WA,2-year,Public,")
                    .append(i % 2 == 0 ? "20240828,20241215,F,N,,,1\n" : "20250105,20250610,H,N,,,1\n");
        }
        Files.writeString(file("detail.csv"), rows);
    }

    private void published() throws IOException {
        StringBuilder rows = new StringBuilder("SchoolYear,OrganizationLevel,County,ESDOrganizationID,DistrictCode,"
                + "SchoolCode,StudentGroupType,StudentGroup,Suppression,Cohort,FinalCohort,Graduate,GraduationRate\n");
        for (int i = 0; i < STUDENTS; i++) {
            rows.append("2023,District,Grant,1,")
                    .append(10_000 + i / 2)
                    .append(i % 2 == 0 ? ",NA,All,All Students" : ",NA,Gender,Female")
                    .append(",No Suppression,Four Year,120,96,0.8\n");
        }
        Files.writeString(file("published.csv"), rows);
        StringBuilder counts = new StringBuilder("school,year,cohort,attained\n");
        for (int i = 0; i < STUDENTS; i++) {
            counts.append("S").append(i).append(",2024,120,96\n");
        }
        Files.writeString(file("counts.csv"), counts);
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    long rowsOfRegion() {
        return region.rosters().stream().mapToLong(Roster::size).sum();
    }

    /** Removes them. */
    @TearDown(Level.Trial)
    public void remove() throws IOException {
        remove(folder);
    }

    static void remove(Path path) throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
