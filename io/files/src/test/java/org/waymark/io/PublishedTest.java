package org.waymark.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.place.NcesLocale;
import org.waymark.core.place.School;
import org.waymark.core.result.Loaded;
import org.waymark.core.result.Reason;
import org.waymark.core.schema.Dimension;
import org.waymark.core.student.Students;
import org.waymark.core.tally.Cell;
import org.waymark.core.tally.Count;
import org.waymark.core.tally.Tally;
import org.waymark.io.published.Profile;
import org.waymark.io.published.Published;
import org.waymark.io.published.PublishedTables;

class PublishedTest {
    private static final LocalDate DAY = LocalDate.of(2024, 6, 30);
    private static final Dimension DISTRICT = Dimension.of("district");

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("table.csv"), text);
    }

    private static Cell cell(Tally tally, String labels, Dimension... axes) {
        Indicator indicator = tally.question().indicators().get(0);
        return tally.by(indicator, axes).stream()
                .filter(c -> c.name().equals(labels))
                .findFirst()
                .orElseThrow();
    }

    private static final String OSPI = "SchoolYear,OrganizationLevel,County,ESDOrganizationID,DistrictCode,SchoolCode,"
            + "StudentGroupType,StudentGroup,Suppression,Cohort,FinalCohort,Graduate,GraduationRate\n";

    private static String row(String district, String type, String group, String rest) {
        return "2023,District,X,1," + district + ",NA," + type + "," + group + "," + rest + "\n";
    }

    @Test
    void maskedCellsAreIntervalsAndAbsentGroupsAreNotZero() throws IOException {
        Loaded<PublishedTables> loaded = Published.reader(Profile.OSPI_GRADUATION)
                .asOf(DAY)
                .read(file(OSPI
                        + row("00101", "All", "All Students", "No Suppression,Four Year,120,96,0.8000")
                        + row("00101", "Gender", "Female", "Cross Group,Four Year,NA,NA,0.8333")
                        + row("00101", "Gender", "Male", ">95%,Four Year,NA,NA,NA")
                        + row("00101", "Gender", "Gender X", "N<10,Four Year,NA,NA,NA")
                        + row("00102", "All", "All Students", "No Students,Four Year,NA,NA,NA")
                        + row("00102", "Gender", "Female", "<5%,Four Year,NA,NA,NA")));
        assertTrue(loaded.isClean(), loaded.toString());
        Tally tally = loaded.value().tally("2023 Four Year");
        assertEquals(Count.of(96), cell(tally, "00101", DISTRICT).yes());
        assertEquals(
                Count.between(9, 100),
                cell(tally, "00101 x F", DISTRICT, Students.GENDER).yes());
        Cell men = cell(tally, "00101 x M", DISTRICT, Students.GENDER);
        assertEquals(Count.between(10, 120), men.yes());
        assertEquals(Count.between(0, 5), men.no());
        assertEquals(
                Count.between(0, 9),
                cell(tally, "00101 x X", DISTRICT, Students.GENDER).yes());
        // Nobody of any gender stands in the file for the second district but women, of whom there are none.
        assertEquals(
                Count.ZERO, cell(tally, "00102 x M", DISTRICT, Students.GENDER).yes());
    }

    @Test
    void ratesThatAreNotThoseOfTheCountsAreTold() throws IOException {
        Loaded<PublishedTables> loaded = Published.reader(Profile.OSPI_GRADUATION)
                .asOf(DAY)
                .read(file(OSPI
                        + row("00101", "All", "All Students", "No Suppression,Four Year,120,96,0.8100")
                        + row("00102", "All", "All Students", "No Suppression,Four Year,20,96,0.8100")
                        + row("00103", "All", "All Students", "Something else,Four Year,NA,NA,NA")
                        + row("00101", "All", "All Students", "No Suppression,Four Year,120,96,0.8000")
                        + "2023,Galaxy,X,1,1,1,All,All Students,No Suppression,Four Year,1,1,1\n"));
        List<Reason> reasons = loaded.findings().stream().map(f -> f.reason()).toList();
        assertEquals(
                List.of(
                        Reason.UNKNOWN_LABEL,
                        Reason.UNKNOWN_LABEL,
                        Reason.CONTRADICTION,
                        Reason.CONTRADICTION,
                        Reason.DUPLICATE_ID),
                reasons);
        assertFalse(loaded.findings().toString().contains("Something"), loaded.toString());
        assertFalse(loaded.findings().toString().contains("Galaxy"), loaded.toString());
    }

    @Test
    void aLabelWithAnEqualsSignIsALabel() throws IOException {
        Loaded<PublishedTables> loaded = Published.reader(Profile.OSPI_GRADUATION)
                .asOf(DAY)
                .read(file(OSPI + row("00101", "Gender", "Agender=Other", "No Suppression,Four Year,20,10,0.5000")));
        assertEquals(
                "Agender=Other", loaded.value().cells().get(0).labels().get(Students.GENDER.name()), loaded.toString());
    }

    @Test
    void aRateAboveAHundredPercentIsTakenAsHidden() throws IOException {
        Loaded<PublishedTables> loaded = Published.reader(Profile.OSPI_GRADUATION)
                .asOf(DAY)
                .read(file(OSPI
                        + row("00101", "All", "All Students", "No Suppression,Four Year,NA,NA,4.8333")
                        + row("00102", "All", "All Students", ">150%,Four Year,NA,NA,NA")
                        + row("00103", "All", "All Students", "No Suppression,Four Year,NA,NA,1.0000")));
        assertEquals(
                List.of("UNKNOWN_LABEL line 2", "UNKNOWN_LABEL line 3"),
                loaded.findings().stream()
                        .map(f -> f.reason() + " line " + f.line())
                        .toList());
        assertEquals(3, loaded.value().cells().size());
    }

    @Test
    void identitiesThatAreBrokenAreNamedAndTheNumbersKept() throws IOException {
        String header =
                "SchoolYear,OrganizationLevel,County,ESDOrganizationID,DistrictCode,SchoolCode,StudentGroupType,StudentGroup,"
                        + "Suppression,Cohort,"
                        + "BeginningGrade9,TransferIn,TransferOut,Year1Dropout,Year2Dropout,Year3Dropout,Year4Dropout,"
                        + "Year5Dropout,Year6Dropout,Year7Dropout,FinalCohort,Graduate,Continuing,Dropout,OtherCompleters,"
                        + "GraduationRate\n";
        Loaded<PublishedTables> loaded = Published.reader(Profile.OSPI_GRADUATION)
                .asOf(DAY)
                .read(file(header
                        + "2023,District,X,1,00101,NA,All,All Students,No Suppression,Four Year,100,30,10,1,2,3,4,NA,NA,NA,120,96,9,"
                        + "10,5,0.8000\n"
                        + "2023,District,X,1,00101,NA,Gender,Female,No Suppression,Four Year,50,30,10,1,2,3,4,NA,NA,NA,60,40,10,"
                        + "9,1,0.6667\n"
                        + "2023,District,X,1,00101,NA,Gender,Male,No Suppression,Four Year,60,NA,NA,NA,NA,NA,5,NA,NA,NA,60,50,10,"
                        + "5,NA,0.8334\n"
                        + "2023,District,X,1,00102,NA,All,All Students,N<10,Four Year,NA,NA,NA,NA,NA,NA,NA,NA,NA,NA,NA,NA,NA,NA,NA,"
                        + "NA\n"));
        List<String> told = loaded.findings().stream()
                .map(f -> f.line() + " " + f.expected())
                .toList();
        assertEquals(5, told.size(), told.toString());
        assertTrue(told.get(0).startsWith("3 the identity \"adjusted cohort\" to hold: FinalCohort = BeginningGrade9"));
        assertTrue(told.get(1).startsWith("3 the identity \"dropouts by year\" to hold: Dropout = Year1Dropout + "));
        assertTrue(told.get(2)
                .startsWith("4 the identity \"outcomes of the cohort\" to hold: FinalCohort = Graduate + Continuing +"
                        + " Dropout + OtherCompleters"));
        assertTrue(told.get(3).startsWith("4 the identity \"rate\" to hold"));
        assertTrue(told.get(4).startsWith("3 the identity \"groups of gender\" to hold"), told.get(4));
        Tally tally = loaded.value().tally("2023 Four Year");
        assertEquals(Count.of(96), cell(tally, "00101", DISTRICT).yes());
        assertEquals(
                Count.of(40),
                cell(tally, "00101 x F", DISTRICT, Students.GENDER).yes());
        assertEquals(
                "adjusted cohort (FinalCohort = BeginningGrade9 + TransferIn - TransferOut): held in 2 of 3 places that"
                        + " show it",
                loaded.value().checks().get(0).toString());
        assertEquals(3, loaded.value().marks().get("No Suppression"));
    }

    @Test
    void identityOfAProfileMustSayWhatAddsUp() throws IOException {
        Loaded<Profile> profile = Profile.read(
                Files.writeString(
                        folder.resolve("profile.csv"),
                        "as,header,value,means\nidentity,All,parts,Women + Men\nidentity,,parts,Women + Men\nidentity,All,parts,\n"));
        assertEquals(2, profile.findings().size());
        assertEquals(1, profile.value().entries().size());
    }

    @Test
    void enrolmentHasAColumnForEachGroup() throws IOException {
        Loaded<PublishedTables> loaded = Published.reader(Profile.OSPI_ENROLLMENT)
                .asOf(DAY)
                .read(file("SchoolYear,OrganizationLevel,County,ESDOrganizationID,DistrictCode,SchoolCode,GradeLevel,"
                        + "All Students,Female,Gender X,Male,American Indian/ Alaskan Native,Asian,"
                        + "Black/ African American,Hispanic/ Latino of any race(s),"
                        + "Native Hawaiian/ Other Pacific Islander,Two or More Races,White,Low-Income,Non-Low Income\n"
                        + "2023-24,State,,,,,All Grades,\"1,000\",480,20,500,10,100,100,300,10,80,400,450,550\n"));
        assertTrue(loaded.isClean(), loaded.toString());
        Tally tally = loaded.value().tally("2023-24 All Grades");
        assertEquals(
                Count.of(1000),
                tally.total(tally.question().indicators().get(0)).yes());
        assertEquals(Count.of(20), cell(tally, "X", Students.GENDER).yes());
        assertEquals(
                Count.of(300),
                cell(tally, "Hispanic", Dimension.of("race_ethnicity")).yes());
    }

    @Test
    void sqssHasATableForEachMeasure() throws IOException {
        Loaded<PublishedTables> loaded = Published.reader(Profile.OSPI_SQSS)
                .asOf(DAY)
                .read(file("SchoolYear,OrganizationLevel,County,ESDOrganizationId,DistrictCode,SchoolCode,"
                        + "StudentGroupType,StudentGroup,GradeLevel,Measures,Suppression,Numerator,Denominator\n"
                        + "2022-23,State,,,,,All,All Students,All Grades,Dual Credit,No Suppression,70,100\n"
                        + "2022-23,State,,,,,Gender,Female,All Grades,Dual Credit,N<10,NULL,NULL\n"
                        + "2022-23,State,,,,,All,All Students,All Grades,Regular Attendance,No Suppression,60,100\n"));
        assertTrue(loaded.isClean(), loaded.toString());
        Tally dual = loaded.value().tally("2022-23 All Grades Dual Credit");
        assertEquals(
                Count.of(70), dual.total(dual.question().indicators().get(0)).yes());
        assertEquals(Count.between(0, 9), cell(dual, "F", Students.GENDER).yes());
        assertThrows(IllegalArgumentException.class, () -> loaded.value().tally("2021-22"));
    }

    @Test
    void aSourceIsAddedByAProfileOfOnesOwn() throws IOException {
        Path profile = Files.writeString(
                folder.resolve("profile.csv"),
                "as,header,value,means\nname,,,My center\nindicator,,earnings,Earns a living wage\nslice,Jahr,,\n"
                        + "group-type,Kind,,\naxis,,Sex,gender\ngroup,Who,,\ntotal,,everyone,\ndisjoint,,,gender\n"
                        + "members,Persons,,\nrate,Share,percent,\nrounding,,3,half up\n"
                        + "mark-is,,under {n},members 1..4;hidden\n");
        Loaded<Profile> own = Profile.read(profile);
        assertTrue(own.isClean(), own.toString());
        Loaded<PublishedTables> loaded = Published.reader(own.value())
                .asOf(DAY)
                .read(file("Jahr;Kind;Who;Persons;Share\n2020;;everyone;200;61.5%\n2020;Sex;women;104;70\n"
                        + "2020;Sex;others;under 5;\n"));
        assertTrue(loaded.isClean(), loaded.toString());
        Tally tally = loaded.value().tally("2020");
        assertEquals(
                Count.of(123), tally.total(tally.question().indicators().get(0)).yes());
        assertEquals(
                Count.between(72, 73), cell(tally, "women", Students.GENDER).yes());
        assertEquals(Count.between(0, 4), cell(tally, "others", Students.GENDER).yes());
        assertTrue(
                loaded.value().toString().startsWith("My center: 3 cells"),
                loaded.value().toString());
    }

    @Test
    void aProfileWithFaultsTellsThem() throws IOException {
        Loaded<Profile> profile = Profile.read(Files.writeString(
                folder.resolve("profile.csv"), "as,header,value,means\nnonsense,,,\nmark-is,,x,perhaps\n"));
        assertEquals(2, profile.findings().size());
    }

    @Test
    void longTablesOfAResearchCenterReadAsTheyAre() throws IOException {
        Loaded<PublishedTables> loaded = Published.reader(Profile.LONG_TABLE)
                .asOf(DAY)
                .read(file("cohort_year,category,subgroup,denominator,numerator\n2018,All,All Students,500,300\n"
                        + "2018,Foster Care,Yes,DS,DS\n2018,Foster Care,No,490,295\n"));
        assertTrue(loaded.isClean(), loaded.toString());
        Tally tally = loaded.value().tally("2018");
        assertEquals(
                Count.between(0, 500),
                cell(tally, "Yes", Dimension.of("foster_care")).yes());
        assertEquals(
                Count.of(295), cell(tally, "No", Dimension.of("foster_care")).yes());
    }

    @Test
    void directoryReadsLocalesByTheirCodes() throws IOException {
        List<School> schools = Published.reader(Profile.SCHOOL_DIRECTORY)
                .asOf(DAY)
                .readPlaces(file("NCESSCH,NAME,LEAID,NMCNTY,LOCALE\n530000100379,A,5300001,Grant,41-Rural: Fringe\n"
                        + "530000100380,B,5300001,Grant,11\n530000100381,C,5300001,Grant,99\n"))
                .value()
                .stream(School.SCHEMA)
                .toList();
        assertEquals(NcesLocale.RURAL_FRINGE, schools.get(0).locale().orElseThrow());
        assertEquals(NcesLocale.CITY_LARGE, schools.get(1).locale().orElseThrow());
        assertTrue(schools.get(2).locale().isEmpty());
    }
}
