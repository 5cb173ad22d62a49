package org.waymark.io.student;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waymark.io.internal.LongMap;
import org.waymark.io.internal.SourceRows;
import org.waymark.io.internal.StrictText;

/** Looks through files for ids that stand on several rows which do not say the same: neither row may win in silence. */
final class Conflicts implements SourceRows {
    private final Mapping mapping;
    private final Map<String, String> crosswalk;
    private final LongMap contents = new LongMap();
    private final Set<Long> found = new HashSet<>();
    private int[] place = new int[0];
    private long[] fields = new long[0];
    private int idColumn = -1;
    private long id;

    Conflicts(Mapping mapping, Map<String, String> crosswalk) {
        this.mapping = mapping;
        this.crosswalk = crosswalk;
    }

    boolean has(long idHash) {
        return !found.isEmpty() && found.contains(idHash);
    }

    @Override
    public List<String> declared() {
        return mapping.columns().stream().map(ColumnMapping::primaryHeader).toList();
    }

    @Override
    public int declared(String name) {
        return mapping.indexOf(name);
    }

    @Override
    public void headers(List<String> headers, long line) {
        place = new int[headers.size()];
        idColumn = -1;
        Set<Integer> taken = new HashSet<>();
        for (int i = 0; i < place.length; i++) {
            int column = mapping.indexOf(headers.get(i));
            place[i] = column >= 0 && taken.add(column) ? column : -1;
            if (place[i] >= 0 && mapping.columns().get(column).role() == ColumnMapping.Role.ID) {
                idColumn = i;
            }
        }
        fields = new long[mapping.columns().size()];
    }

    @Override
    public void begin(long line) {
        id = 0;
        Arrays.fill(fields, 0);
    }

    @Override
    public void field(int column, char[] text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && StrictText.isSpace(text[start])) {
            start++;
        }
        while (end > start && StrictText.isSpace(text[end - 1])) {
            end--;
        }
        if (start == end) {
            return;
        }
        if (column == idColumn) {
            String known = crosswalk.isEmpty() ? null : crosswalk.get(new String(text, start, end - start));
            id = known == null ? LongMap.hash(text, start, end) : LongMap.hash(known);
        } else if (place[column] >= 0) {
            fields[place[column]] = LongMap.hash(text, start, end);
        }
    }

    @Override
    public void refused(long line) {}

    @Override
    public void end(long line, int given) {
        if (given == place.length && id != 0) {
            long content = 0;
            for (long field : fields) {
                content = Long.rotateLeft(content ^ field, 17) * 0xBF58476D1CE4E5B9L;
            }
            if (contents.putIfAbsent(id, content) != content) {
                found.add(id);
            }
        }
    }
}
