package org.waymark.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.waymark.core.id.StudentId;
import org.waymark.core.population.Population;
import org.waymark.core.result.Loaded;
import org.waymark.core.student.Student;
import org.waymark.io.badge.Badge;
import org.waymark.io.badge.Issuer;
import org.waymark.io.badge.LearnerRecord;
import org.waymark.io.badge.OpenBadges;
import org.waymark.io.badge.Profile;
import org.waymark.io.badge.VerifiableCredential;
import org.waymark.io.synthetic.Synthetic;

/** Gives each learner what he or she holds, as a file for a wallet; learners are named by a hash alone. */
public final class IssueCredentials {
    private static final int SHOWN = 3;

    private IssueCredentials() {}

    /** Takes a folder to write to. */
    public static void main(String[] arguments) throws IOException {
        run(Synthetic.region(200, 42), Path.of(arguments[0]), System.out);
    }

    static void run(Population region, Path folder, PrintStream out) throws IOException {
        byte[] secret = "kept by the district, never written".getBytes(StandardCharsets.UTF_8);
        Issuer issuer = Issuer.of(Profile.of("https://district.example", "River District"), secret, region);
        Files.createDirectories(folder);
        int written = 0;
        for (StudentId student : region.stream(Student.SCHEMA).map(Student::id).toList()) {
            Optional<LearnerRecord> record = issuer.record(student);
            if (record.isPresent()) {
                written++;
                OpenBadges.write(record.get(), folder.resolve("record-" + written + ".json"));
            }
        }
        out.println(written + " learner records written, unsigned");

        // What a wallet hands back is read again: whose it is can be told only by someone who knows the id.
        for (int i = 1; i <= Math.min(SHOWN, written); i++) {
            Loaded<Optional<VerifiableCredential>> read =
                    OpenBadges.reader().asOf(region.asOf()).read(folder.resolve("record-" + i + ".json"));
            LearnerRecord record = (LearnerRecord) read.value().orElseThrow();
            out.println(record);
            for (Badge badge : record.badges()) {
                out.println("  " + badge);
            }
        }
    }
}
