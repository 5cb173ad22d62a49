package org.waymark.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import org.waymark.core.credential.CredentialAward;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.population.Population;
import org.waymark.core.result.Finding;
import org.waymark.core.result.Loaded;
import org.waymark.core.result.Reason;
import org.waymark.core.result.Severity;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.Milestone;
import org.waymark.core.schema.Unit;
import org.waymark.core.student.Enrolment;
import org.waymark.core.student.Students;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.io.badge.Issuer;
import org.waymark.io.badge.OpenBadges;
import org.waymark.io.badge.Profile;
import org.waymark.io.counts.CountsFile;
import org.waymark.io.csv.Csv;
import org.waymark.io.json.Json;
import org.waymark.io.oneroster.CoursePathway;
import org.waymark.io.oneroster.OneRoster;
import org.waymark.io.published.Published;
import org.waymark.io.student.Mapping;
import org.waymark.io.student.StudentBundle;
import org.waymark.io.student.StudentFile;
import org.waymark.io.studenttracker.StudentTracker;
import org.waymark.io.synthetic.Synthetic;
import org.waymark.io.xlsx.Xlsx;

/**
 * Whatever happens to the bytes of a sound file, a reader answers with a value and findings, and tells no value of the file;
 * where the format has checksums, with the same value or a finding.
 */
class DamageProperties {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final String SENTINEL = "Zanzibar";
    private static final List<Column> COLUMNS =
            List.of(Column.text("who", "a group"), Column.count("n", "how many"), Column.share("rate", "of them"));
    private static final List<Path> FOLDERS = new ArrayList<>();

    @FunctionalInterface
    private interface Reading {
        Loaded<?> read(Path file) throws IOException;
    }

    /** A sound file and how it is read; sealed if every change of a byte must be noticed. */
    private record Subject(String name, byte[] bytes, boolean sealed, Loaded<?> sound, Reading reading) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static List<Subject> subjects() {
        try {
            return made();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private static Path folder() throws IOException {
        Path folder = TestFolder.make();
        FOLDERS.add(folder);
        return folder;
    }

    @AfterProperty
    void dropFolders() throws IOException {
        for (Path folder : FOLDERS) {
            TestFolder.drop(folder);
        }
        FOLDERS.clear();
    }

    private static List<Subject> made() throws IOException {
        List<Subject> subjects = new ArrayList<>();
        Path folder = folder();
        String students = "student_id,birth_date,sex,home\nS001,2004-02-11,F," + SENTINEL + "\nS002,2004-03-01,M,\n"
                + "\"S003\",2003-12-31,F,\"" + SENTINEL + ", \"\"north\"\"\"\n";
        add(subjects, "students.csv", text(students), false, file -> students().read(file));
        add(subjects, "mapping-draft.csv", text(students), false, StudentFile::suggestMapping);
        add(
                subjects,
                "students.jsonl",
                text("{\"student_id\":\"S001\",\"birth_date\":\"2004-02-11\",\"sex\":\"F\",\"home\":\"" + SENTINEL
                        + "\"}\n" + "{\"student_id\":\"S002\",\"sex\":\"M\"}\n"),
                false,
                file -> students().read(file));
        add(
                subjects,
                "students.json",
                text("{\"schemaVersion\":1,\"students\":[{\"student_id\":\"S001\",\"birth_date\":\"2004-02-11\","
                        + "\"sex\":\"F\",\"home\":\"" + SENTINEL + "\"}]}"),
                false,
                file -> students().read(file));
        Table people = Table.builder("People")
                .column(Column.text("student_id", "id"))
                .column(Column.text("birth_date", "born"))
                .column(Column.text("sex", "F or M"))
                .column(Column.text("home", "where"))
                .row(Datum.text("S001"), Datum.text("2004-02-11"), Datum.text("F"), Datum.text(SENTINEL))
                .row(Datum.text("S002"), Datum.text("2004-03-11"), Datum.text("M"), Datum.text("Elsewhere"))
                .build();
        Path book = folder.resolve("people.xlsx");
        Xlsx.forAnalysts("test").write(people, book);
        add(
                subjects,
                "students.xlsx",
                Files.readAllBytes(book),
                true,
                file -> students().read(file));
        byte[] zip = zip(
                "students.csv",
                students,
                "enrollments.csv",
                "student_id,school,start,end\nS001,H1,2018-09-01,2019-06-20\nS002,H1,2018-09-01,\n");
        add(subjects, "bundle.zip", zip, true, file -> bundle().read(file));
        Population both =
                bundle().read(Files.write(folder.resolve("both.zip"), zip)).value();
        Path texts = folder.resolve("texts");
        Csv.forAnalysts("test").write(both, texts);
        for (String file : List.of("waymark.csv", "students.csv", "enrolments.csv")) {
            addPart(subjects, texts, file);
        }
        Path lines = folder.resolve("lines");
        Json.forAnalysts("test").writeLines(both, lines);
        addPart(subjects, lines, "waymark.csv");
        addPart(subjects, lines, "students.jsonl");
        Population region = Synthetic.region(6, 11);
        Path roster = folder.resolve("roster.zip");
        OneRoster.writer("test").write(region, roster);
        add(
                subjects,
                "oneroster.zip",
                Files.readAllBytes(roster),
                true,
                file -> OneRoster.reader().asOf(DAY).read(file));
        add(
                subjects,
                "inventory.zip",
                Files.readAllBytes(roster),
                true,
                file -> OneRoster.reader().asOf(DAY).inspect(file));
        add(
                subjects,
                "detail.csv",
                text(
                        "Your Unique Identifier,Record Found Y/N,Search Date,College Code/Branch,College Name,College State,"
                                + "2-year / 4-year,Public / Private,Enrollment Begin,Enrollment End,Enrollment Status,Graduated?,"
                                + "Graduation Date,Degree Title,College Sequence\n"
                                + "S001,Y,20250201,008083-00," + SENTINEL
                                + ",WA,2-year,Public,20230828,20231215,F,N,,,1\n"
                                + "S001,Y,20250201,008083-00," + SENTINEL
                                + ",WA,2-year,Public,,,,Y,20240615,ASSOCIATE OF ARTS,1\n"
                                + "S002,N,20250201,,,,,,,,,N,,,\n"),
                false,
                file -> StudentTracker.reader().asOf(DAY).read(file));
        add(
                subjects,
                "published.csv",
                text("SchoolYear,OrganizationLevel,County,ESDOrganizationID,DistrictCode,SchoolCode,StudentGroupType,"
                        + "StudentGroup,Suppression,Cohort,FinalCohort,Graduate,GraduationRate\n"
                        + "2023,District," + SENTINEL
                        + ",1,00101,NA,All,All Students,No Suppression,Four Year,120,96,0.8\n"
                        + "2023,District,X,1,00101,NA,Gender,Female,Cross Group,Four Year,NA,NA,0.8333\n"),
                false,
                file -> Published.reader(org.waymark.io.published.Profile.OSPI_GRADUATION)
                        .asOf(DAY)
                        .read(file));
        add(
                subjects,
                "counts.csv",
                text("group,year,cohort,attained\n" + SENTINEL + ",2020,10,4\nB,2020,12,12\n"),
                false,
                file -> CountsFile.reader()
                        .label("group")
                        .label("year")
                        .whole("cohort")
                        .part("attained")
                        .read(file));
        add(
                subjects,
                "mapping.csv",
                text("header,as,key,values,format,of\nid,id,,,,\nsex,dimension,gender,Female=F|Male=M,,\n"),
                false,
                Mapping::read);
        add(
                subjects,
                "pathways.csv",
                text("course,pathway,level,activity\nW1," + SENTINEL + ",PREP,CTE_COURSE\n"),
                false,
                CoursePathway::read);
        Table table = Table.builder(SENTINEL)
                .column(COLUMNS.get(0))
                .column(COLUMNS.get(1))
                .column(COLUMNS.get(2))
                .row(Datum.text(SENTINEL), Datum.whole(12), Datum.real(0.5))
                .row(Datum.text("b"), Datum.missing("n<10"), Datum.real(0.25))
                .build();
        Path csv = folder.resolve("t.csv");
        Csv.forAnalysts("test").write(table, csv);
        add(subjects, "table.csv", Files.readAllBytes(csv), false, file -> Csv.readTable(file, COLUMNS));
        add(subjects, "texts.csv", Files.readAllBytes(csv), false, file -> Csv.readTexts(file, "who"));
        Path json = folder.resolve("t.json");
        Json.forAnalysts("test").write(table, json);
        add(subjects, "table.json", Files.readAllBytes(json), false, Json::readTable);
        Path xlsx = folder.resolve("t.xlsx");
        Xlsx.forAnalysts("test").write(table, xlsx);
        add(subjects, "table.xlsx", Files.readAllBytes(xlsx), true, file -> Xlsx.readTable(file, COLUMNS));
        Path document = folder.resolve("p.json");
        Json.forAnalysts("test").write(Synthetic.region(3, 4), document);
        add(subjects, "population.json", Files.readAllBytes(document), false, Json::readPopulation);
        Path packed = folder.resolve("tally.json.gz");
        Question question = Question.of(
                CohortDefinition.all(Unit.STUDENT),
                List.of(Indicator.builder("A1").build()),
                Faces.each(Students.GENDER),
                region.asOf());
        Json.forAnalysts("test").write(region.all(Unit.STUDENT).tally(question), packed);
        add(subjects, "tally.json.gz", Files.readAllBytes(packed), true, Json::readTally);
        Population larger = Synthetic.region(60, 11);
        CredentialAward award = larger.stream(CredentialAward.SCHEMA)
                .filter(one -> !one.awardedOn().isAfter(larger.asOf()))
                .findFirst()
                .orElseThrow();
        String badge = OpenBadges.toJson(Issuer.of(Profile.of("https://a.example", SENTINEL), new byte[16], larger)
                .badge(award));
        add(subjects, "badge.json", text(badge), false, OpenBadges::read);
        add(
                subjects,
                "badge.svg",
                text("<svg xmlns:o='https://purl.imsglobal.org/ob/v3p0'><o:credential><![CDATA[" + badge
                        + "]]></o:credential></svg>"),
                false,
                OpenBadges::read);
        add(subjects, "badge.png", Png.baked(badge, false), true, OpenBadges::read);
        add(subjects, "packed-badge.png", Png.baked(badge, true), true, OpenBadges::read);
        String record = OpenBadges.toJson(Issuer.of(Profile.of("https://a.example", SENTINEL), new byte[16], larger)
                .record(award.student())
                .orElseThrow());
        add(subjects, "record.json", text(record), false, OpenBadges::read);
        return subjects;
    }

    private static void add(List<Subject> subjects, String name, byte[] bytes, boolean sealed, Reading reading)
            throws IOException {
        Path file = Files.write(folder().resolve(name), bytes);
        Loaded<?> sound = reading.read(file);
        assertTrue(sound.findings().stream().noneMatch(f -> f.severity() == Severity.ERROR), () -> name + " " + sound);
        subjects.add(new Subject(name, bytes, sealed, sound, reading));
    }

    /** One file of a folder that holds a population; the others stay sound. */
    private static void addPart(List<Subject> subjects, Path folder, String name) throws IOException {
        Map<String, byte[]> sound = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                sound.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        add(subjects, name, sound.getOrDefault(name, new byte[0]), false, damaged -> {
            Path whole = folder();
            for (Map.Entry<String, byte[]> file : sound.entrySet()) {
                Files.write(whole.resolve(file.getKey()), file.getValue());
            }
            Files.write(whole.resolve(name), Files.readAllBytes(damaged));
            return Csv.readPopulation(whole);
        });
    }

    private static StudentBundle bundle() {
        return StudentBundle.of("students.csv", students())
                .with(
                        "enrollments.csv",
                        Enrolment.SCHEMA,
                        StudentFile.reader()
                                .id("student_id")
                                .dimension("school", Dimension.of("school_id"))
                                .milestone("start", Milestone.of("start"))
                                .milestone("end", Milestone.of("end")));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static StudentFile.Reader students() {
        return StudentFile.reader()
                .id("student_id")
                .milestone("birth_date", Students.BIRTH_DATE)
                .dimension("sex", Students.GENDER)
                .dimension("home", Dimension.of("home"))
                .asOf(DAY);
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(text(namesAndTexts[i + 1]));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Property(tries = 500)
    void damageGivesAnAnswerAndNeverACrash(@ForAll("subject") Subject subject, @ForAll long seed) throws IOException {
        byte[] damaged = damaged(subject.bytes(), new Random(seed));
        Path file = Files.write(folder().resolve(subject.name()), damaged);
        Loaded<?> read = subject.reading().read(file);
        for (Finding finding : read.findings()) {
            String told = finding.toString();
            assertTrue(told.chars().allMatch(c -> c >= ' ' && c != 0x7F), () -> "control characters: " + told);
            // What stands in the first line is a header, and is named where a mapping is drafted of it.
            boolean header =
                    finding.reason() == Reason.UNREAD_COLUMNS && subject.name().equals("mapping-draft.csv");
            assertFalse(!header && told.contains(SENTINEL), told);
        }
        if (read.value() instanceof Optional<?> value) {
            boolean errors = read.findings().stream().anyMatch(f -> f.severity() == Severity.ERROR);
            assertEquals(value.isEmpty(), errors, () -> read.findings().toString());
        }
        if (subject.sealed() && read.findings().equals(subject.sound().findings())) {
            assertEquals(subject.sound().value(), read.value());
        }
        if (seed % 8 == 0) {
            assertEquals(read.findings(), subject.reading().read(file).findings());
        }
    }

    /** Flips bits, cuts, repeats a piece, takes one out, or swaps two. */
    private static byte[] damaged(byte[] sound, Random random) {
        byte[] bytes = sound.clone();
        int at = random.nextInt(bytes.length);
        int length = 1 + random.nextInt(Math.min(64, bytes.length - at));
        switch (random.nextInt(6)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> {
                for (int i = 0; i < 5; i++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
            }
            case 2 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 3 -> {
                return joined(bytes, at + length, bytes, at);
            }
            case 4 -> {
                return joined(bytes, at, bytes, at + length);
            }
            default -> bytes[at] = (byte) ",\"\n;{}[]\0\\=<&".charAt(random.nextInt(13));
        }
        return bytes;
    }

    /** The one until a place, then the other from a place on. */
    private static byte[] joined(byte[] one, int until, byte[] other, int from) {
        byte[] joined = Arrays.copyOf(one, until + other.length - from);
        System.arraycopy(other, from, joined, until, other.length - from);
        return joined;
    }

    @Provide
    Arbitrary<Subject> subject() {
        return Arbitraries.of(SUBJECTS);
    }

    private static final List<Subject> SUBJECTS = subjects();
}
