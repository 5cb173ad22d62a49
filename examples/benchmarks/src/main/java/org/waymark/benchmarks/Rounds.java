package org.waymark.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Times whole programs, start-up included, in rounds that run each of them once, so that a ratio always compares neighbours
 * in time. Prints the median of seconds, the largest resident memory (Linux), and the median of the ratios to the first.
 *
 * <pre>{@code Rounds NUMBER[warm] NAME=COMMAND...}</pre>
 *
 * With {@code 5warm} the seconds are those that programs print of their own work, {@code WORK_MS} and the milliseconds of each
 * repetition: the median of the later half of them. A command is split at blanks; {@code java} stands for the java that runs
 * this, on its class path.
 */
public final class Rounds {
    private static final String WARM = "warm";
    private static final String WORK = "WORK_MS ";

    private record Run(double seconds, double megabytes) {}

    private Rounds() {}

    /** Takes how many rounds, then programs; the first is what the others are compared to. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        boolean warm = arguments[0].endsWith(WARM);
        int rounds = Integer.parseInt(arguments[0].replace(WARM, ""));
        Map<String, List<Run>> runs = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (int i = 1; i < arguments.length; i++) {
                int at = arguments[i].indexOf('=');
                runs.computeIfAbsent(arguments[i].substring(0, at), name -> new ArrayList<>())
                        .add(run(arguments[i].substring(at + 1), warm));
            }
        }
        List<Run> base = runs.values().iterator().next();
        System.out.printf(Locale.ROOT, "%-28s %9s %9s %9s%n", "program", "seconds", "MB", "ratio");
        runs.forEach((name, own) -> {
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < own.size(); i++) {
                ratios.add(own.get(i).seconds() / base.get(i).seconds());
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-28s %9.4f %9.0f %9.3f%n",
                    name,
                    median(own.stream().map(Run::seconds).toList()),
                    median(own.stream().map(Run::megabytes).toList()),
                    median(ratios));
        });
    }

    private static Run run(String command, boolean warm) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        if (words.get(0).equals("java")) {
            words.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
            words.addAll(1, List.of("-cp", System.getProperty("java.class.path")));
        }
        Path said = Files.createTempFile("rounds", ".txt");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        double most = 0;
        do {
            most = Math.max(most, megabytes(process.pid()));
        } while (!process.waitFor(10, TimeUnit.MILLISECONDS));
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IOException(command + " ended with " + process.exitValue());
        }
        List<String> lines = Files.readAllLines(said);
        Files.delete(said);
        return new Run(warm ? work(lines) : seconds, most);
    }

    /** The median of the later half of the repetitions that a program tells of, in seconds. */
    private static double work(List<String> lines) {
        List<Double> times = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith(WORK)) {
                for (String milliseconds : line.substring(WORK.length()).trim().split(" ", -1)) {
                    times.add(Double.parseDouble(milliseconds) / 1000);
                }
            }
        }
        return median(times.subList(times.size() / 2, times.size()));
    }

    /** The most memory that a process has had so far; 0 where the system does not say. */
    private static double megabytes(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
                }
            }
        } catch (IOException ended) {
            return 0;
        }
        return 0;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }
}
