package org.waymark.io.student;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.result.Loaded;
import org.waymark.core.schema.Dimension;
import org.waymark.core.schema.EventKind;
import org.waymark.core.schema.Unit;
import org.waymark.core.schema.Where;
import org.waymark.core.tally.Tally;

class BatchProperties {
    private static final Dimension GENDER = Dimension.of("gender");
    private static final Dimension SCHOOL = Dimension.of("school");
    private static final Dimension KIND = Dimension.of("kind");
    private static final EventKind AWARD = EventKind.of("credential_awards");

    @Property(tries = 50)
    void countingInBatchesGivesTheCountsOfTheWhole(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 60) int students,
            @ForAll @IntRange(min = 1, max = 20) int batch)
            throws IOException {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("id,gender,school,day,kind\n");
        for (int i = 0; i < students; i++) {
            text.append(i)
                    .append(',')
                    .append("FMX".charAt(random.nextInt(3)))
                    .append(",S")
                    .append(random.nextInt(9));
            boolean award = random.nextBoolean();
            text.append(award ? ",2020-0" + (1 + random.nextInt(9)) + "-01,K" + random.nextInt(3) : ",,")
                    .append('\n');
        }
        Path file = Files.createTempFile("students", ".csv");
        try {
            Files.writeString(file, text);
            Indicator indicator = Indicator.builder("x")
                    .success(AWARD.taken().where(Where.in(KIND, "K1", "K2")))
                    .build();
            Question question = Question.of(
                            CohortDefinition.all(Unit.STUDENT),
                            List.of(indicator),
                            Faces.pairs(GENDER, SCHOOL),
                            LocalDate.of(2020, 6, 1))
                    .clusteredBy(SCHOOL);
            StudentFile.Reader reader = StudentFile.reader()
                    .id("id")
                    .dimension("gender", GENDER)
                    .dimension("school", SCHOOL)
                    .events("day", AWARD)
                    .eventLabel("kind", KIND, "day")
                    .asOf(question.asOf());
            Loaded<Tally> inBatches = reader.tally(question, batch, file);
            Tally whole = reader.read(file).value().cohort(question.of()).tally(question);
            assertEquals(whole, inBatches.value());
        } finally {
            Files.delete(file);
        }
    }
}
