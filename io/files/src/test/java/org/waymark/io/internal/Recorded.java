package org.waymark.io.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.core.result.Finding;
import org.waymark.core.result.FindingLog;

/** Rows as they came, and what was said about them. */
final class Recorded implements Rows {
    final List<String> headers = new ArrayList<>();
    final List<List<String>> rows = new ArrayList<>();
    final List<Long> lines = new ArrayList<>();
    final List<Integer> widths = new ArrayList<>();
    final FindingLog log = new FindingLog();
    int begun;
    int refused;
    private List<String> row = new ArrayList<>();

    static Recorded of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8), Limits.STANDARD);
    }

    static Recorded of(byte[] bytes, Limits limits) {
        return of(bytes, limits, Optional.empty());
    }

    static Recorded of(byte[] bytes, Optional<Charset> fallback) {
        return of(bytes, Limits.STANDARD, fallback);
    }

    private static Recorded of(byte[] bytes, Limits limits, Optional<Charset> fallback) {
        Recorded recorded = new Recorded();
        try {
            DelimitedText.read(new ByteArrayInputStream(bytes), "a.csv", limits, fallback, recorded, recorded.log);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return recorded;
    }

    List<String> codes() {
        return log.findings().stream().map(f -> f.reason().code()).toList();
    }

    Finding only() {
        List<Finding> all = log.findings();
        if (all.size() != 1) {
            throw new AssertionError("one finding expected, there were " + all);
        }
        return all.get(0);
    }

    @Override
    public void headers(List<String> names, long line) {
        headers.addAll(names);
    }

    @Override
    public void begin(long line) {
        begun++;
        row = new ArrayList<>();
        lines.add(line);
    }

    @Override
    public void field(int column, char[] text, int from, int to) {
        row.add(new String(text, from, to - from));
    }

    @Override
    public void end(long line, int fields) {
        rows.add(row);
        widths.add(fields);
    }

    @Override
    public void refused(long line) {
        refused++;
        lines.remove(lines.size() - 1);
    }
}
