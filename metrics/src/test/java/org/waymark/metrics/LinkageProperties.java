package org.waymark.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.waymark.core.tally.Count;
import org.waymark.metrics.linkage.Linkage;
import org.waymark.metrics.linkage.LinkageKey;
import org.waymark.metrics.linkage.Linked;

class LinkageProperties {
    private static final byte[] SECRET = "only who links knows this".getBytes(StandardCharsets.UTF_8);
    private static final LinkageKey NAMED = LinkageKey.keyedHash(SECRET, "name", "birth_date");
    private static final Linkage LINKAGE = Linkage.on(LinkageKey.id("id"), NAMED);

    private static Map<String, String> row(String id, String name, String born) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("id", id);
        row.put("name", name);
        row.put("birth_date", born);
        return row;
    }

    private static Linked link(List<Map<String, String>> first, List<Map<String, String>> second) {
        Map<String, List<Map<String, String>>> lists = new LinkedHashMap<>();
        lists.put("north", first);
        lists.put("south", second);
        return LINKAGE.link(lists);
    }

    @Property(tries = 100)
    void rowsWithIdsAreAsManyPeopleAsIds(
            @ForAll @Size(max = 30) List<@IntRange(max = 15) Integer> first,
            @ForAll @Size(max = 30) List<@IntRange(max = 15) Integer> second) {
        Set<Integer> ids = new LinkedHashSet<>(first);
        ids.addAll(second);
        Linked linked = link(ids(first), ids(second));
        assertEquals(Count.of(ids.size()), linked.people());
        assertEquals(List.of(), linked.ambiguous());
    }

    private static List<Map<String, String>> ids(List<Integer> numbers) {
        return numbers.stream().map(number -> row("07-" + number, "", "")).toList();
    }

    @Property(tries = 100)
    void numberLiesBetweenTheLongestListAndAllRows(
            @ForAll @Size(max = 12) List<@IntRange(max = 80) Integer> first,
            @ForAll @Size(max = 12) List<@IntRange(max = 80) Integer> second) {
        List<Map<String, String>> north = some(first);
        List<Map<String, String>> south = some(second);
        Linked linked = link(north, south);
        Count people = linked.people();
        assertTrue(people.low() <= people.high());
        assertTrue(people.high() <= north.size() + south.size());
        linked.lists().values().forEach(list -> assertTrue(list.people() <= people.low()));
        Linked turned = link(south, north);
        assertEquals(people, turned.people());
        assertEquals(linked.ambiguous().size(), turned.ambiguous().size());
    }

    private static List<Map<String, String>> some(List<Integer> numbers) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (int number : numbers) {
            rows.add(
                    row(number % 3 == 0 ? "" : "" + number % 9, "n" + number % 4, number % 5 == 0 ? "" : "2001-05-04"));
        }
        return rows;
    }

    @Example
    void idsAndNamesAreTakenAsTheSameWhateverTheirCaseBlanksAndAccents() {
        Linked linked = link(
                List.of(row("ab-12 ", "", ""), row("", "José Núñez", "2001-05-04")),
                List.of(row("AB12", "", ""), row("", "JOSE NUNEZ", "2001-05-04"), row("012", "", "")));
        assertEquals(Count.of(3), linked.people());
        // A leading zero is part of an id.
        assertEquals(
                Count.of(2),
                link(List.of(row("012", "", "")), List.of(row("12", "", ""))).people());
    }

    @Example
    void sameNameWithDifferentIdsIsAmbiguousAndNeverJoined() {
        Linked linked = link(
                List.of(row("1", "Ada", "2001-05-04"), row("", "Ada", "2001-05-04")),
                List.of(row("2", "Ada", "2001-05-04"), row("3", "Bea", "2001-05-04")));
        assertEquals(3, linked.ambiguous().size());
        assertEquals(Count.between(2, 4), linked.people());
        String told = linked + "\n" + linked.ambiguousTable();
        assertTrue(told.contains("north:1") && told.contains("hash of name, birth_date"), told);
        assertFalse(told.contains("Ada") || told.contains("2001"), told);
    }

    @Example
    void twoOfOneListThatOnlyTheNameJoinsAreAmbiguous() {
        Linked linked = link(List.of(row("", "Ada", "2001-05-04"), row("", "Ada", "2001-05-04")), List.of());
        assertEquals(1, linked.ambiguous().size());
        assertEquals(Count.between(1, 2), linked.people());
    }

    @Example
    void rowWithoutAnyKeyIsSomebodyElseOrNobodyNew() {
        assertEquals(
                Count.between(1, 2),
                link(List.of(row("1", "", "")), List.of(row("", "", ""))).people());
    }

    @Example
    void listsWithoutNamesGiveTheLongestToTheSum() {
        assertEquals(Count.between(7_000, 12_500), Linkage.headcounts(List.of(7_000L, 5_500L)));
        assertEquals(Count.ZERO, Linkage.headcounts(List.of()));
        assertThrows(IllegalArgumentException.class, () -> Linkage.headcounts(List.of(-1L)));
    }

    @Example
    void anotherSecretGivesAnotherHashAndAShortOneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> LinkageKey.keyedHash(new byte[15], "name"));
        assertEquals("hash of name, birth_date", NAMED.toString());
    }
}
