package org.waymark.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.core.id.PathwayId;
import org.waymark.core.pathway.Level;
import org.waymark.core.pathway.Participation;
import org.waymark.core.pathway.Program;
import org.waymark.core.place.County;
import org.waymark.core.place.District;
import org.waymark.core.place.Esd;
import org.waymark.core.place.School;
import org.waymark.core.population.Population;
import org.waymark.core.result.Finding;
import org.waymark.core.result.Loaded;
import org.waymark.core.result.Reason;
import org.waymark.core.result.Severity;
import org.waymark.core.schema.Schema;
import org.waymark.core.student.Enrolment;
import org.waymark.core.student.Gender;
import org.waymark.core.student.Student;
import org.waymark.io.oneroster.CoursePathway;
import org.waymark.io.oneroster.Inventory;
import org.waymark.io.oneroster.Mode;
import org.waymark.io.oneroster.OneRoster;
import org.waymark.io.synthetic.Synthetic;

class OneRosterTest {
    private static final LocalDate DAY = LocalDate.of(2025, 2, 1);

    @TempDir
    Path folder;

    private final Map<String, String> files = new LinkedHashMap<>();

    private void v11() {
        files.put(
                "manifest",
                "propertyName,value\nmanifest.version,1.0\noneroster.version,1.1\nfile.academicSessions,bulk\n"
                        + "file.orgs,bulk\nfile.courses,bulk\nfile.classes,bulk\nfile.users,bulk\n"
                        + "file.enrollments,bulk\nfile.demographics,bulk\nfile.results,absent\n");
        files.put(
                "academicSessions",
                "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear\n"
                        + "y25,,,2024-25,schoolYear,2024-09-04,2025-06-20,,2025\n"
                        + "t1,,,Fall,term,2024-09-04,2025-01-24,y25,2025\n");
        files.put(
                "orgs",
                "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\n"
                        + "d1,,,River District,district,5300001,\ns1,,,River High,school,530000100001,d1\n"
                        + "m1,,,Mathematics,department,,s1\n");
        files.put(
                "courses",
                "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,"
                        + "subjectCodes\nc1,,,y25,Welding 1,WELD1,,s1,,\nc2,,,y25,English 9,ENG9,,s1,,\n");
        files.put(
                "classes",
                "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,"
                        + "schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods\n"
                        + "k1,,,Welding 1,,c1,,scheduled,,s1,\"t1, y25\",,,\nk2,,,English 9,,c2,,scheduled,,s1,t1,,,\n");
        files.put(
                "users",
                "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,"
                        + "familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password\n"
                        + "0904,,,true,s1,student,ada,,Ada,Secret,,,,,,,09,Passw0rd\n"
                        + "0905,,,true,\"s1,m1\",student,ben,,Ben,Secret,,,,,,,11,\n"
                        + "t9,,,true,s1,teacher,tea,,Tea,Secret,,,,,,,,\n");
        files.put(
                "demographics",
                "sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,"
                        + "blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,"
                        + "demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity,countryOfBirthCode,"
                        + "stateOfBirthAbbreviation,cityOfBirth,publicSchoolResidenceStatus\n"
                        + "0904,,,2010-04-17,female,false,true,false,false,true,true,false,,,,\n"
                        + "0905,,,2008-12-01,male,false,false,false,false,false,true,,,,,\n");
        files.put(
                "enrollments",
                "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,"
                        + "beginDate,endDate\ne1,,,k1,s1,0904,student,,2024-09-10,\ne2,,,k2,s1,0904,student,,,\n"
                        + "e3,,,k1,s1,0905,student,,,\ne4,,,k1,s1,t9,teacher,,,\n");
    }

    private void change(String file, String from, String to) {
        String text = files.get(file);
        assertTrue(text.contains(from), file + " " + from);
        files.put(file, text.replace(from, to));
    }

    private Path zip() throws IOException {
        Path zip = folder.resolve("roster.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream packed = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                packed.putNextEntry(new ZipEntry(file.getKey() + ".csv"));
                packed.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                packed.closeEntry();
            }
        }
        return zip;
    }

    private static OneRoster.Reader reader() {
        return OneRoster.reader()
                .asOf(DAY)
                .courses(List.of(CoursePathway.cte("WELD1", PathwayId.of("manufacturing"), Level.PREP)));
    }

    private static List<Finding> of(Loaded<?> loaded, Reason reason) {
        return loaded.findings().stream().filter(f -> f.reason() == reason).toList();
    }

    @Test
    void readsStudentsPlacesTimesAndPartsOfVersion11() throws IOException {
        v11();
        Loaded<Population> loaded = reader().classFromGrade().read(zip());
        assertTrue(loaded.isClean(), loaded.toString());
        Population population = loaded.value();
        List<Student> students = population.stream(Student.SCHEMA).toList();
        assertEquals(2, students.size());
        Student ada = students.get(0);
        assertEquals("0904", ada.id().value());
        assertEquals(List.of("ASIAN", "WHITE"), new ArrayList<>(ada.races()));
        assertEquals(Gender.F, ada.gender().orElseThrow());
        assertEquals(2028, ada.classOf().orElseThrow());
        assertFalse(ada.hispanic().orElseThrow());
        Student ben = students.get(1);
        assertEquals(List.of("MULTIPLE"), new ArrayList<>(ben.races()));
        assertTrue(ben.hispanic().isEmpty());
        School school = population.stream(School.SCHEMA).findFirst().orElseThrow();
        assertEquals("d1", school.district().orElseThrow().value());
        List<Enrolment> stays = population.stream(Enrolment.SCHEMA).toList();
        assertEquals(3, stays.size());
        assertTrue(stays.stream().allMatch(s -> s.school().value().equals("s1")));
        assertEquals(LocalDate.of(2024, 9, 4), stays.get(0).start());
        List<Participation> parts = population.stream(Participation.SCHEMA).toList();
        assertEquals(2, parts.size());
        assertEquals(LocalDate.of(2024, 9, 10), parts.get(0).start());
        assertEquals(LocalDate.of(2024, 9, 4), parts.get(1).start());
        assertEquals(LocalDate.of(2025, 6, 20), parts.get(1).end().orElseThrow());
        assertEquals(
                "Welding 1",
                population.stream(Program.SCHEMA)
                        .findFirst()
                        .orElseThrow()
                        .name()
                        .orElseThrow());
    }

    @Test
    void readsAFolderAsItReadsAZip() throws IOException {
        v11();
        Population zipped = reader().read(zip()).value();
        Files.delete(folder.resolve("roster.zip"));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey() + ".csv"), file.getValue());
        }
        assertEquals(zipped, reader().read(folder).value());
    }

    @Test
    void countsRowsByFileRoleAndMode() throws IOException {
        v11();
        Inventory inventory = reader().inspect(zip()).value();
        assertEquals("1.1", inventory.version().orElseThrow());
        assertEquals(Mode.BULK, inventory.modes().get("users"));
        assertEquals(3, inventory.rows("users"));
        assertEquals(2, inventory.rows("users.student"));
        assertEquals(0, inventory.rows("results"));
    }

    @Test
    void tellsEachFaultAndReadsTheRest() throws IOException {
        v11();
        change("manifest", "file.results,absent", "file.results,");
        change("manifest", "file.enrollments,bulk\n", "");
        change("orgs", "s1,,,River", "s1,active,,River");
        change("classes", "c2,,scheduled", "c9,,Scheduled");
        change("users", "0904,,,true", "0904,,,TRUE");
        change("demographics", "hispanicOrLatinoEthnicity", "hispanicOrLatinoEthnicty");
        change("demographics", "2010-04-17", "4/17/2010");
        change("enrollments", ",beginDate,endDate", ",beginDate,endDate,,courseSourcedId");
        Loaded<Population> loaded = reader().read(zip());
        assertEquals(
                1,
                of(loaded, Reason.UNKNOWN_LABEL).stream()
                        .filter(f -> f.source().endsWith("manifest.csv"))
                        .count());
        assertEquals("orgs.csv", last(of(loaded, Reason.CONTRADICTION).get(1).source()));
        assertEquals(
                "courseSourcedId", of(loaded, Reason.DANGLING_REFERENCE).get(0).column());
        assertEquals(3, of(loaded, Reason.DANGLING_REFERENCE).get(0).line());
        assertEquals("enabledUser", of(loaded, Reason.LETTER_CASE).get(0).column());
        assertEquals(
                List.of("hispanicOrLatinoEthnicty", ""),
                of(loaded, Reason.MISSPELT_HEADER).stream().map(Finding::column).toList());
        assertEquals("birthDate", of(loaded, Reason.UNREADABLE_DATE).get(0).column());
        assertEquals(4, of(loaded, Reason.RAGGED_ROW).size());
        assertEquals(2, loaded.value().size());
        assertEquals(2, loaded.value().stream(Participation.SCHEMA).count());
        String told = loaded.findings().toString();
        for (String value : List.of("Secret", "Passw0rd", "4/17/2010", "Ada", "0904")) {
            assertFalse(told.contains(value), told);
        }
    }

    private static String last(String source) {
        return source.substring(source.lastIndexOf('/') + 1);
    }

    private void v12() {
        v11();
        change("manifest", "version,1.1", "version,1.2");
        change("manifest", "file.users,bulk", "file.users,bulk\nfile.roles,bulk");
        files.put(
                "users",
                "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,"
                        + "identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,"
                        + "preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns\n"
                        + "0904,,,true,ada,,Ada,Secret,,,,,,,09,,,,,,,\n0905,,,true,ben,,Ben,Secret,,,,,,,11,,,,,,,\n"
                        + "t9,,,true,tea,,Tea,Secret,,,,,,,,,,,,,,\n");
        files.put(
                "roles",
                "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,"
                        + "userProfileSourcedId\nr1,,,0904,primary,student,2024-09-04,,s1,\n"
                        + "r2,,,0905,primary,student,2024-09-04,2025-01-10,s1,\n"
                        + "r3,,,t9,primary,teacher,,,s1,\n");
    }

    @Test
    void timeAtSchoolThatEndsBeforeItBeginsIsToldAndLeftOut() throws IOException {
        v12();
        Loaded<Population> sound = reader().read(zip());
        assertTrue(sound.isClean(), sound.toString());
        assertEquals(2, sound.value().stream(Enrolment.SCHEMA).count());
        change("roles", "2024-09-04,2025-01-10", "2024-09-04,2024-09-03");
        Loaded<Population> loaded = reader().read(zip());
        assertEquals(
                List.of(
                        "roster.zip/roles.csv:3 endDate: expected a day not before beginDate; the time at the school was"
                                + " left out [contradiction]"),
                errors(loaded));
        assertEquals(1, loaded.value().stream(Enrolment.SCHEMA).count());
        assertEquals(2, loaded.value().size());
    }

    @Test
    void timeWithoutFirstDayBeginsWithTheSchoolYearInWhichItEnds() throws IOException {
        v12();
        change("roles", "2024-09-04,2025-01-10", ",2023-05-30");
        Loaded<Population> loaded = reader().read(zip());
        assertTrue(loaded.isClean(), loaded.toString());
        Enrolment ben = loaded.value().stream(Enrolment.SCHEMA).toList().get(1);
        assertEquals(LocalDate.of(2022, 7, 1), ben.start());
        assertEquals(LocalDate.of(2023, 5, 30), ben.end().orElseThrow());
    }

    @Test
    void enrollmentThatEndsBeforeItBeginsIsToldAndLeftOut() throws IOException {
        v11();
        change("enrollments", "2024-09-10,\n", "2024-09-10,2024-09-09\n");
        change("enrollments", "e3,,,k1,s1,0905,student,,,", "e3,,,k1,s1,0905,student,,2025-07-01,");
        Loaded<Population> loaded = reader().read(zip());
        assertEquals(
                List.of("roster.zip/enrollments.csv:2 endDate: expected a day not before the first; the enrollment was"
                        + " left out [contradiction]"),
                errors(loaded));
        List<Participation> parts = loaded.value().stream(Participation.SCHEMA).toList();
        assertEquals(1, parts.size());
        // It begins when its class is over; that the class tells its end is no reason to leave it out.
        assertTrue(parts.get(0).end().isEmpty());
        assertEquals(
                List.of("roster.zip/enrollments.csv:4 beginDate: expected a day before the class ends; taken as open"
                        + " [contradiction]"),
                of(loaded, Reason.CONTRADICTION).stream()
                        .filter(f -> f.severity() == Severity.WARNING)
                        .map(Finding::toString)
                        .toList());
    }

    @Test
    void birthAfterTheAsOfDayIsDoubted() throws IOException {
        v11();
        change("demographics", "2008-12-01", "2028-12-01");
        Loaded<Population> loaded = reader().read(zip());
        assertEquals(
                List.of("roster.zip/demographics.csv:3 birth_date: expected a value that must be a past date"
                        + " [constraint]"),
                of(loaded, Reason.CONSTRAINT).stream().map(Finding::toString).toList());
        assertEquals(2, loaded.value().size());
    }

    private static List<String> errors(Loaded<?> loaded) {
        return loaded.findings().stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .map(Finding::toString)
                .toList();
    }

    @Test
    void deltaNeedsStatusAndPassesDeletedRowsOver() throws IOException {
        v11();
        change("manifest", "file.users,bulk", "file.users,delta");
        change("users", "0904,,,", "0904,tobedeleted,2025-01-05T12:00:00.000Z,");
        Loaded<Population> loaded = reader().read(zip());
        assertEquals(1, loaded.value().size());
        assertEquals(4, of(loaded, Reason.MISSING_VALUE).size());
    }

    @Test
    void namesTheOtherFormatAndReadsNothingOfIt() throws IOException {
        files.put("users", "sourcedId,username,givenName,familyName,password,activeDirectoryMatchId\n1,a,b,c,d,e\n");
        files.put("orgs", "sourcedId,name,type,parentSourcedId\n1,x,school,\n");
        assertRefused(zip(), "Microsoft School Data Sync");
        files.clear();
        files.put("demographics", "userSourcedId,status,dateLastModified,birthdate\n1,active,2015-01-01,2005-01-01\n");
        files.put("users", "sourcedId,status,dateLastModified,orgSourcedIds,role,username,userId\n1,,,,,,\n");
        assertRefused(zip(), "OneRoster 1.0");
        Path xml = Files.writeString(
                folder.resolve("Student.xml"),
                "<?xml version=\"1.0\"?><InterchangeStudent xmlns=\"http://ed-fi.org/5\"/>");
        assertRefused(xml, "recognised Ed-Fi interchange XML (InterchangeStudent)");
        assertRefused(Files.writeString(folder.resolve("else.csv"), "a,b\n1,2\n"), "none of its files");
    }

    private static void assertRefused(Path path, String words) throws IOException {
        Loaded<Population> loaded = reader().read(path);
        assertEquals(0, loaded.value().rosters().size());
        assertEquals(Reason.WRONG_SOURCE, loaded.findings().get(0).reason());
        assertTrue(loaded.findings().get(0).toString().contains(words), loaded.toString());
    }

    @Test
    void partsInProgramsAreWrittenAsEnrollmentsInClassesAndComeBack() throws IOException {
        Population region = Synthetic.region(300, 5);
        List<Program> programs = region.stream(Program.SCHEMA).toList();
        Population.Builder builder = Population.builder().asOf(region.asOf());
        for (Schema<?, ?> kind :
                List.of(Esd.SCHEMA, County.SCHEMA, District.SCHEMA, School.SCHEMA, Student.SCHEMA, Enrolment.SCHEMA)) {
            builder.addAll(region.stream(kind).toList());
        }
        builder.addAll(region.stream(Participation.SCHEMA)
                .map(part -> part.withProgram(programs.stream()
                        .filter(program -> program.level() == part.level())
                        .findFirst()
                        .orElseThrow()
                        .id()))
                .toList());
        Population sent = builder.add(programs.toArray()).build();
        Path zip = folder.resolve("parts.zip");
        List<Finding> told = OneRoster.writer("test").write(sent, zip);
        List<CoursePathway> table = programs.stream()
                .map(p -> new CoursePathway(p.id().value(), PathwayId.of("any"), p.level(), p.activity()))
                .toList();
        Loaded<Population> back =
                OneRoster.reader().asOf(region.asOf()).courses(table).read(zip);
        assertTrue(back.isClean(), back.toString());
        // Who went to no school on the first day has no class; how many those are is told.
        long without = told.stream()
                .filter(f -> f.column().startsWith("program_id") || f.expected().startsWith("a program"))
                .mapToLong(f -> 1 + f.repeats())
                .sum();
        List<String> kept = parts(back.value());
        assertEquals(sent.stream(Participation.SCHEMA).count(), kept.size() + without);
        List<String> all = parts(sent);
        assertTrue(kept.size() > 100, back.toString());
        List<String> rest = new ArrayList<>(all);
        kept.forEach(part -> assertTrue(rest.remove(part), "nothing that was not sent, and nothing twice"));
        Path again = folder.resolve("parts-again.zip");
        OneRoster.writer("test").write(back.value(), again);
        // A part without an end has then that of its class, so the bytes are others and the parts the same.
        Loaded<Population> twice =
                OneRoster.reader().asOf(region.asOf()).courses(table).read(again);
        assertTrue(twice.isClean(), twice.toString());
        assertEquals(kept, parts(twice.value()));
    }

    private static List<String> parts(Population population) {
        return new ArrayList<>(population.stream(Participation.SCHEMA)
                .map(part -> part.student().value() + part.program() + part.level() + part.start())
                .toList());
    }

    @Test
    void readsTheTableOfPathways() throws IOException {
        Path file = Files.writeString(
                folder.resolve("pathways.csv"),
                "course,pathway,level,activity\nWELD1,manufacturing,Prep,CTE course\nX,,PREP,\nY,health,Nothing,\n");
        Loaded<List<CoursePathway>> table = CoursePathway.read(file);
        assertEquals(List.of(CoursePathway.cte("WELD1", PathwayId.of("manufacturing"), Level.PREP)), table.value());
        assertEquals(3, table.findings().size());
    }
}
