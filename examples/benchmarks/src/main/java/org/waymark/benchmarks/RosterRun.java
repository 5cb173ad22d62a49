package org.waymark.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.waymark.core.id.PathwayId;
import org.waymark.core.id.ProgramId;
import org.waymark.core.pathway.Level;
import org.waymark.core.pathway.Participation;
import org.waymark.core.pathway.Program;
import org.waymark.core.place.District;
import org.waymark.core.place.School;
import org.waymark.core.population.Population;
import org.waymark.core.result.Loaded;
import org.waymark.core.schema.Schema;
import org.waymark.core.student.Enrolment;
import org.waymark.core.student.Student;
import org.waymark.io.oneroster.CoursePathway;
import org.waymark.io.oneroster.OneRoster;
import org.waymark.io.synthetic.Synthetic;

/** One OneRoster zip of many students: written once, then read in a process of its own whose time and memory are measured. */
public final class RosterRun {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    private RosterRun() {}

    /** Takes the zip and how many made-up students to write into it; without a number the zip is read. */
    public static void main(String[] arguments) throws IOException {
        Path zip = Path.of(arguments[0]);
        long start = System.nanoTime();
        if (arguments.length > 1) {
            Population region = withPrograms(Synthetic.region(Integer.parseInt(arguments[1]), 42));
            start = System.nanoTime();
            OneRoster.writer("benchmark").replacing().write(region, zip);
            System.out.println("written: " + (Files.size(zip) >> 20) + " MiB of " + region);
        } else {
            List<CoursePathway> courses = Synthetic.region(1, 42).stream(Program.SCHEMA)
                    .map(p -> new CoursePathway(p.id().value(), PathwayId.of("any"), p.level(), p.activity()))
                    .toList();
            start = System.nanoTime();
            Loaded<Population> loaded =
                    OneRoster.reader().asOf(DAY).courses(courses).read(zip);
            System.out.println("read: " + loaded.value());
            loaded.findings().forEach(System.out::println);
        }
        System.out.println("ms: " + (System.nanoTime() - start) / 1_000_000);
        Path status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .forEach(System.out::println);
        }
    }

    /** The region with a program for each participation, the first of its level: a roster knows courses only. */
    private static Population withPrograms(Population region) {
        Map<Level, ProgramId> programs = new EnumMap<>(Level.class);
        region.stream(Program.SCHEMA).forEach(program -> programs.putIfAbsent(program.level(), program.id()));
        Population.Builder builder = Population.builder().asOf(region.asOf());
        for (Schema<?, ?> kind :
                List.of(District.SCHEMA, School.SCHEMA, Program.SCHEMA, Student.SCHEMA, Enrolment.SCHEMA)) {
            region.stream(kind).forEach(builder::add);
        }
        region.stream(Participation.SCHEMA)
                .map(part -> {
                    ProgramId program = programs.get(part.level());
                    return program == null ? part : part.withProgram(program);
                })
                .forEach(builder::add);
        return builder.build();
    }
}
